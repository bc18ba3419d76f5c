"""Conduit; puts the layers together."""

import os

from flask import Flask, request

from repositories import storage
from routes.articles import articles
from routes.comments import comments
from routes.users import users
from services.refusals import Forbidden, Invalid, Refusal, Unauthorized, Unknown

STATUS = {Unauthorized: 401, Forbidden: 403, Unknown: 404, Invalid: 422}

app = Flask(__name__)
app.json.sort_keys = False
for part in (users, articles, comments):
    app.register_blueprint(part, url_prefix="/api")


@app.get("/api/health-check")
def health_check():
    return {"status": "ok"}


@app.before_request
def refuse_null():
    """Nothing has a name with this character in it; databases cannot hold it."""
    if "\0" in request.path or b"%00" in request.query_string:
        raise Unknown("not found")


@app.errorhandler(Refusal)
def refused(refusal):
    return {"errors": {"body": [str(refusal)]}}, STATUS[type(refusal)]


@app.errorhandler(404)
def not_found(_):
    return {"errors": {"body": ["not found"]}}, 404


@app.teardown_appcontext
def end_request(_):
    storage.release()


if __name__ == "__main__":
    storage.prepare()
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
