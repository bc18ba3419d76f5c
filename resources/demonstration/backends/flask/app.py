"""Conduit, kept in memory."""

import os

from flask import Flask

from articles import articles
from comments import comments
from users import users
from web import Refused

app = Flask(__name__)
app.json.sort_keys = False
for part in (users, articles, comments):
    app.register_blueprint(part, url_prefix="/api")


@app.get("/api/health-check")
def health_check():
    return {"status": "ok"}


@app.errorhandler(Refused)
def refused(error):
    return {"errors": {"body": [error.message]}}, error.status


@app.errorhandler(404)
def not_found(_):
    return {"errors": {"body": ["not found"]}}, 404


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
