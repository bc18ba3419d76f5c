#!/bin/bash
cd /app 2>/dev/null || true
python main.py
