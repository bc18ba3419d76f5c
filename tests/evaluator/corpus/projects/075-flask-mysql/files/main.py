import pymysql
from flask import Flask, jsonify

app = Flask(__name__)
db = pymysql.connect(host="mysql", user="user", password="password", database="conduit")


@app.get("/api/tags")
def tags():
    with db.cursor() as cursor:
        cursor.execute("SELECT name FROM tags")
        return jsonify(tags=[row[0] for row in cursor.fetchall()])


app.run(host="0.0.0.0", port=8080)
