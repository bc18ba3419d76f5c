#!/bin/bash
export PYTHONPATH=src
python -m uvicorn conduit.main:app --host 0.0.0.0 --port 8080
