import sqlite3

from flask import Flask, current_app, g, jsonify


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"], detect_types=sqlite3.PARSE_DECLTYPES)
        g.db.row_factory = sqlite3.Row
    return g.db


def create_app():
    app = Flask(__name__, instance_relative_config=True)
    app.config["DATABASE"] = "conduit.db"

    with app.app_context(), app.open_resource("schema.sql") as schema:
        get_db().executescript(schema.read().decode("utf8"))

    @app.teardown_appcontext
    def close(_error=None):
        db = g.pop("db", None)
        if db is not None:
            db.close()

    @app.get("/api/tags")
    def tags():
        return jsonify(tags=[row["name"] for row in get_db().execute("SELECT name FROM tags")])

    return app
