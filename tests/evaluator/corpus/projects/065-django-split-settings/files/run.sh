#!/bin/bash
export DJANGO_SETTINGS_MODULE=conduit.settings.production
python manage.py migrate
python manage.py runserver 0.0.0.0:8080
