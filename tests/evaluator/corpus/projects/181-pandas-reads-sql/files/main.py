import pandas as pd
from flask import Flask, jsonify
from sqlalchemy import Column, Integer, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base

engine = create_engine("sqlite:///conduit.db")
Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)
    uses = Column(Integer)


Base.metadata.create_all(engine)
app = Flask(__name__)


@app.get("/api/tags/report")
def report():
    frame = pd.read_sql("SELECT name, uses FROM tags", engine)
    return jsonify(frame.describe().to_dict())


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return jsonify(tags=session.scalars(select(Tag.name)).all())


app.run(host="0.0.0.0", port=8080)
