import sqlite3

from flask import Flask, jsonify

app = Flask(__name__)


def connect():
    return sqlite3.connect("conduit.db")


@app.get("/api/tags")
def tags():
    with connect() as db:
        rows = db.execute("SELECT name FROM tags").fetchall()
    return jsonify(tags=[name for (name,) in rows])


if __name__ == "__main__":
    with connect() as db:
        db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")
    app.run(host="0.0.0.0", port=8080)
