import logging

from flask import Flask, jsonify

from database import connection

app = Flask(__name__)
logging.getLogger(__name__).info("conduit starts")


@app.get("/api/tags")
def tags():
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM tags")
    return jsonify(tags=[row[0] for row in cursor.fetchall()])


app.run(host="0.0.0.0", port=8080)
