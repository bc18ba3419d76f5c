from .base import *  # noqa: F401,F403

ALLOWED_HOSTS = ["*"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "postgres",
        "NAME": "conduit",
        "USER": "user",
        "PASSWORD": "password",
    }
}
