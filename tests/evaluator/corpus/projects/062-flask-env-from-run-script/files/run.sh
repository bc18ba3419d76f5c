#!/bin/bash
set -e
export DATABASE_URL="postgresql://user:password@postgres:5432/conduit"
exec python app.py
