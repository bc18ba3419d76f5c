#!/bin/bash
set -e
export PORT=8080
exec python main.py
