from flask import Flask, jsonify
from sqlalchemy import select

from store import Base, Session, Tag, engine

app = Flask(__name__)
Base.metadata.create_all(engine)


@app.get("/api/tags")
def tags():
    with Session() as session:
        return jsonify(tags=[tag.name for tag in session.execute(select(Tag)).scalars()])


if __name__ == "__main__":
    app.run(port=8080, host="0.0.0.0")
