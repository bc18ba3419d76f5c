import sqlite3

from flask import Flask, jsonify

app = Flask(__name__)
db = sqlite3.connect("conduit.db", check_same_thread=False)
db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")


@app.get("/api/tags")
def tags():
    return jsonify(tags=[name for (name,) in db.execute("SELECT name FROM tags")])


app.run(host="0.0.0.0", port=8080)
