#!/bin/sh
PORT=${PORT:-3000} npm start
