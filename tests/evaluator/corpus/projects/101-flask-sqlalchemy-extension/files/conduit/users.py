from flask import Blueprint, jsonify, request

from .extensions import db
from .models import User

users = Blueprint("users", __name__, url_prefix="/api")


@users.post("/users")
def register():
    user = User(username=request.json["user"]["username"])
    db.session.add(user)
    db.session.commit()
    return jsonify(user={"username": user.username}), 201
