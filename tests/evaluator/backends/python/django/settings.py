"""Settings of the Conduit server."""

import secrets

SECRET_KEY = secrets.token_hex(32)
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["conduit"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "conduit.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "conduit.db"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
USE_TZ = True
