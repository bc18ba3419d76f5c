from flask import Flask, jsonify
from peewee import CharField, Model, SqliteDatabase

db = SqliteDatabase("conduit.db", pragmas={"foreign_keys": 1})
app = Flask(__name__)


class Tag(Model):
    name = CharField(unique=True)

    class Meta:
        database = db


@app.get("/api/tags")
def tags():
    return jsonify(tags=[tag.name for tag in Tag.select()])


if __name__ == "__main__":
    db.create_tables([Tag])
    app.run(host="0.0.0.0", port=8080)
