from flask import Flask, jsonify

from tables import Base, Session, Tag, engine

app = Flask(__name__)
Base.metadata.create_all(engine)


@app.get("/api/tags")
def tags():
    with Session() as session:
        return jsonify(tags=[tag.name for tag in session.query(Tag)])


app.run(host="0.0.0.0", port=8080)
