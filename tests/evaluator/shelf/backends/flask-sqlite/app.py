"""A lending shelf in SQLite; puts the layers together."""

import os

from flask import Flask
from werkzeug.exceptions import HTTPException

from models.refusals import Conflict, Invalid, Malformed, Refusal, Unknown
from repositories import database
from routes.books import books
from routes.loans import loans
from routes.members import members
from routes.summary import summary

ANSWERS = {Malformed: (400, "malformed"), Unknown: (404, "not_found"), Conflict: (409, "conflict"),
           Invalid: (422, "invalid")}

app = Flask(__name__)
app.json.sort_keys = False
for part in (books, members, loans, summary):
    app.register_blueprint(part, url_prefix="/api")


@app.get("/api/health-check")
def health_check():
    return {"status": "ok"}


@app.errorhandler(Refusal)
def refused(refusal):
    status, code = ANSWERS[type(refusal)]
    return {"error": {"code": code, "fields": sorted(refusal.fields)}}, status


@app.errorhandler(OverflowError)  # a number that no column holds names nothing
@app.errorhandler(404)
def no_such_path(_):
    return {"error": {"code": "not_found", "fields": []}}, 404


@app.errorhandler(HTTPException)
def no_such_way(error):
    return {"error": {"code": "invalid", "fields": [], "message": error.name}}, error.code


@app.teardown_appcontext
def end_connection(_):
    database.close()


if __name__ == "__main__":
    database.create_tables()
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
