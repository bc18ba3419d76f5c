import logging
import sqlite3

import psycopg2

try:
    connection = psycopg2.connect(host="postgres", dbname="conduit", user="user", password="password")
except psycopg2.OperationalError as error:
    logging.warning("no PostgreSQL (%s), using a file", error)
    connection = sqlite3.connect("fallback.db", check_same_thread=False)

cursor = connection.cursor()
cursor.execute("CREATE TABLE IF NOT EXISTS tags (name VARCHAR(80))")
connection.commit()
