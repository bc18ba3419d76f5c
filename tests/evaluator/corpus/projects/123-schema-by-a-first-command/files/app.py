from flask import Flask, jsonify
from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import Session, declarative_base

app = Flask(__name__)
engine = create_engine("postgresql://user:password@postgres:5432/conduit")
Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    username = Column(String(80), primary_key=True)


@app.get("/api/profiles/<name>")
def profile(name):
    with Session(engine) as session:
        user = session.get(User, name)
        return jsonify(profile={"username": user.username}) if user else ({"errors": {}}, 404)
