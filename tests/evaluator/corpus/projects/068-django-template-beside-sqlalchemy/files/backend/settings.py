SECRET_KEY = "x"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "backend.urls"
INSTALLED_APPS = ["tags"]
# Django insists on a database; data is kept by SQLAlchemy (tags/tables.py)
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
