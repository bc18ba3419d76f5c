SECRET_KEY = "x"
ROOT_URLCONF = "conduit.urls"
INSTALLED_APPS = ["tags"]
ALLOWED_HOSTS = ["*"]
