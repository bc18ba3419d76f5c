#!/bin/bash
export PYTHONUNBUFFERED=1
exec uvicorn app.main:app --host 0.0.0.0 --port 8080
