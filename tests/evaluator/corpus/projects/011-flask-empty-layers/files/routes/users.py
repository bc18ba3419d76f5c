import uuid

from flask import Blueprint, jsonify, request

from models.user import User

users = Blueprint("users", __name__, url_prefix="/api")
_by_email = {}


@users.post("/users")
def register():
    data = request.get_json()["user"]
    if data["email"] in _by_email:
        return jsonify(errors={"email": ["has already been taken"]}), 422
    user = User(str(uuid.uuid4()), data["username"], data["email"])
    _by_email[user.email] = user
    return jsonify(user=user.public()), 201
