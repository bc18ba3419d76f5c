import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


def db():
    return sqlite3.connect("conduit.db")


@app.get("/api/tags")
def tags():
    with db() as connection:
        rows = connection.execute("SELECT name FROM tags").fetchall()
    return jsonify(tags=[row[0] for row in rows])


@app.post("/api/tags")
def add():
    with db() as connection:
        connection.execute("INSERT INTO tags (name) VALUES (?)", (request.json["name"],))
    return "", 201


with db() as start:
    start.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")
app.run(host="0.0.0.0", port=8080)
