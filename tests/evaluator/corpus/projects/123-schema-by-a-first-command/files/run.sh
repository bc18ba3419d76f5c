#!/bin/bash
set -e
python init_db.py
exec gunicorn -w 2 -b 0.0.0.0:8080 app:app
