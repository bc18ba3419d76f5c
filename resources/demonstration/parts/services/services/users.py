"""Registration, login, changes and following."""

from repositories import users as repository
from services.refusals import Invalid, Unauthorized, found
from services.tokens import fits, number_in, sealed


def with_token(token):
    """Whose token it is, or None."""
    number = number_in(token)
    return None if number is None else repository.with_id(number)


def check_free(changes, own=None):
    for key, find in (("username", repository.with_username), ("email", repository.with_email)):
        other = find(changes[key]) if key in changes else None
        if other is not None and (own is None or other.id != own.id):
            raise Invalid(f"{key} has already been taken")


def register(new):
    check_free(new)
    return repository.add(new["username"], new["email"], sealed(new["password"]))


def login(email, password):
    user = repository.with_email(email)
    if user is None or not fits(password, user.password):
        raise Unauthorized("email or password is invalid")
    return user


def change(user, changes):
    check_free(changes, user)
    if "password" in changes:
        changes = changes | {"password": sealed(changes["password"])}
    return repository.change(user, changes)


def named(username):
    return found(repository.with_username(username), "profile")


def follow(user, username):
    other = named(username)
    repository.follow(user, other)
    return other


def unfollow(user, username):
    other = named(username)
    repository.unfollow(user, other)
    return other
