from decouple import config

SECRET_KEY = config("SECRET_KEY", default="x")
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["tags"]
DATABASES = {"default": {"ENGINE": config("DB_ENGINE", default="django.db.backends.postgresql"), "NAME": "conduit", "HOST": "postgres"}}
