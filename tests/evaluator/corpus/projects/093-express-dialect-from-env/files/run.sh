#!/bin/bash
DB_DIALECT=postgres DB_HOST=postgres node src/app.js
