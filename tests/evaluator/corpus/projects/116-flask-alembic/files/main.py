from flask import Flask, jsonify
from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
engine = create_engine("sqlite:///conduit.db")
app = Flask(__name__)


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String(80), primary_key=True)


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return jsonify(tags=[name for (name,) in session.query(Tag.name)])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
