from flask import Flask, jsonify
from sqlalchemy import Column, String, engine_from_config, select
from sqlalchemy.orm import Session, declarative_base

OPTIONS = {
    "sqlalchemy.url": "postgresql://user:password@postgres:5432/conduit",
    "sqlalchemy.pool_size": 5,
}
engine = engine_from_config(OPTIONS, prefix="sqlalchemy.")
Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)


app = Flask(__name__)


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return jsonify(tags=session.scalars(select(Tag.name)).all())


Base.metadata.create_all(engine)
app.run(host="0.0.0.0", port=8080)
