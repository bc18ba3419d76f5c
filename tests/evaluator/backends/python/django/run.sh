#!/bin/bash
cd "$(dirname "$0")"
rm -f conduit.db
export DJANGO_SETTINGS_MODULE=settings
python3 -m django migrate --run-syncdb
exec python3 -m django runserver --noreload "0.0.0.0:${PORT:-8080}"
