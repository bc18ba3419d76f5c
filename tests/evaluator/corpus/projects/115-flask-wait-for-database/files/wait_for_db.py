import time

import psycopg2

for attempt in range(30):
    try:
        connection = psycopg2.connect(host="postgres", user="user", password="password", dbname="postgres")
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.execute("CREATE DATABASE conduit")
        connection.close()
        break
    except psycopg2.errors.DuplicateDatabase:
        break
    except psycopg2.OperationalError:
        time.sleep(1)
