import os
from contextlib import contextmanager

from psycopg2.extras import RealDictCursor
from psycopg2.pool import ThreadedConnectionPool

_pool = None


def open_pool():
    global _pool
    _pool = ThreadedConnectionPool(
        1,
        8,
        host=os.environ.get("PGHOST", "postgres"),
        dbname="conduit",
        user="user",
        password="password",
    )
    with cursor() as c:
        c.execute("CREATE TABLE IF NOT EXISTS articles (slug TEXT PRIMARY KEY, title TEXT)")


@contextmanager
def cursor():
    connection = _pool.getconn()
    try:
        with connection, connection.cursor(cursor_factory=RealDictCursor) as c:
            yield c
    finally:
        _pool.putconn(connection)


def articles():
    with cursor() as c:
        c.execute("SELECT slug, title FROM articles")
        return c.fetchall()
