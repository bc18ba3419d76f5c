import os

from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
# set DATABASE_URL=postgresql://user:password@postgres:5432/conduit in production
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", "sqlite:///local.db")
db = SQLAlchemy(app)


class Tag(db.Model):
    name = db.Column(db.String(80), primary_key=True)


@app.get("/api/tags")
def tags():
    return jsonify(tags=[tag.name for tag in Tag.query.order_by(Tag.name).all()])


if __name__ == "__main__":
    with app.app_context():
        db.create_all()
    app.run(host="0.0.0.0", port=8080)
