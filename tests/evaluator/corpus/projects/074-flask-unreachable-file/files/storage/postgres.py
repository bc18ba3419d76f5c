import psycopg2


class Store:
    def __init__(self):
        self.connection = psycopg2.connect("postgresql://user:password@postgres:5432/conduit")
        with self.connection, self.connection.cursor() as cursor:
            cursor.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")

    def tags(self):
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name FROM tags")
            return [name for (name,) in cursor]
