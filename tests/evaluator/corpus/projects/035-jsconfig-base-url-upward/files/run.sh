#!/bin/sh
export NODE_PATH=src
PORT=${PORT:-3000} npm start
