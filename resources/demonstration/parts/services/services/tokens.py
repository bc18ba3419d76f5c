"""Tokens and passwords."""

import hashlib
import hmac
import secrets

SECRET = secrets.token_bytes(32)


def sealed(password, salt=None):
    salt = salt or secrets.token_bytes(16)
    return salt + hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def fits(password, seal):
    return hmac.compare_digest(sealed(password, seal[:16]), seal)


def token_of(number):
    return f"{number}.{hmac.new(SECRET, str(number).encode(), hashlib.sha256).hexdigest()}"


def number_in(token):
    """Whose token it is, or None."""
    number = token.partition(".")[0]
    if not token.isascii() or not number.isdigit() or not hmac.compare_digest(token, token_of(number)):
        return None
    return int(number)
