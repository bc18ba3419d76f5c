#!/bin/bash
# sqlite3 is the one of the system (Debian: node-sqlite3): nothing needs to be compiled.
exec node server.js
