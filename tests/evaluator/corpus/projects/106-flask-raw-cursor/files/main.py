from flask import Flask, jsonify
from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import Session, declarative_base

engine = create_engine("postgresql+psycopg2://user:password@postgres/conduit")
Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)


app = Flask(__name__)


@app.get("/api/tags")
def tags():
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT name FROM tags ORDER BY name")
        return jsonify(tags=[row[0] for row in cursor.fetchall()])
    finally:
        connection.close()


@app.post("/api/tags/<name>")
def add(name):
    with Session(engine) as session:
        session.add(Tag(name=name))
        session.commit()
    return "", 201


Base.metadata.create_all(engine)
app.run(host="0.0.0.0", port=8080)
