import psycopg2
from flask import Flask, jsonify

app = Flask(__name__)
connection = psycopg2.connect("dbname=conduit user=user password=password host=postgres")


@app.get("/api/tags")
def tags():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM tags")
        return jsonify(tags=[name for (name,) in cursor.fetchall()])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
