import os

SCHEME = "postgresql"
DRIVER = "asyncpg"


def database_url() -> str:
    user = os.getenv("DB_USER", "user")
    password = os.getenv("DB_PASSWORD", "password")
    host = os.getenv("DB_HOST", "postgres")
    name = os.getenv("DB_NAME", "conduit")
    return f"{SCHEME}+{DRIVER}://{user}:{password}@{host}:5432/{name}"
