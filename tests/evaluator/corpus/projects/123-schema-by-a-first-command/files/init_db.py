import psycopg2

connection = psycopg2.connect("postgresql://user:password@postgres:5432/conduit")
with connection, connection.cursor() as cursor:
    cursor.execute("CREATE TABLE IF NOT EXISTS users (username VARCHAR(80) PRIMARY KEY)")
    cursor.execute("INSERT INTO users (username) VALUES (%s) ON CONFLICT DO NOTHING", ("admin",))
connection.close()
