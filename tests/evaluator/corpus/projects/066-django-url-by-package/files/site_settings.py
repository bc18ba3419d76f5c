import dj_database_url

SECRET_KEY = "x"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "site_urls"
INSTALLED_APPS = ["people"]
DATABASES = {"default": dj_database_url.config(default="postgres://user:password@postgres:5432/conduit")}
