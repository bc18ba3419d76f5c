"""Registration, login, changes and following."""

import hashlib
import hmac
import secrets

from models.user import User
from repositories import database
from repositories import users as repository
from services.refusals import Invalid, Unauthorized, found

SECRET = secrets.token_bytes(32)


def sealed(password, salt=None):
    salt = salt or secrets.token_bytes(16)
    return salt + hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def token_of(user):
    return sign(str(user.id))


def sign(number):
    return f"{number}.{hmac.new(SECRET, number.encode(), hashlib.sha256).hexdigest()}"


def with_token(token):
    """Whose token it is, or None."""
    number = token.partition(".")[0]
    if not token.isascii() or not hmac.compare_digest(token, sign(number)):
        return None
    return repository.with_id(int(number))


def check_free(changes, own=None):
    for key, find in (("username", repository.with_username), ("email", repository.with_email)):
        if key in changes and find(changes[key]) not in (None, own):
            raise Invalid(f"{key} has already been taken")


def register(new):
    check_free(new)
    return database.add(User(username=new["username"], email=new["email"], password=sealed(new["password"])))


def login(email, password):
    user = repository.with_email(email)
    if user is None or sealed(password, user.password[:16]) != user.password:
        raise Unauthorized("email or password is invalid")
    return user


def change(user, changes):
    check_free(changes, user)
    for key, value in changes.items():
        setattr(user, key, sealed(value) if key == "password" else value)
    database.save()


def named(username):
    return found(repository.with_username(username), "profile")


def follow(user, username):
    other = named(username)
    user.follows.add(other)
    database.save()
    return other


def unfollow(user, username):
    other = named(username)
    user.follows.discard(other)
    database.save()
    return other
