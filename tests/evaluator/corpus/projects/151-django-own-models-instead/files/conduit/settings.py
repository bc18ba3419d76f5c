SECRET_KEY = "x"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "conduit.urls"
INSTALLED_APPS = ["tags"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "postgres", "NAME": "conduit", "USER": "user", "PASSWORD": "password"}}
