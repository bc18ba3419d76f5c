"""What can be done with members."""

from models.member import is_email
from models.refusals import Conflict, Invalid, Unknown
from repositories import members
from services.fields import is_text


def add(wishes):
    name, email = wishes.get("name"), wishes.get("email")
    wrong = [field for field, good in (("name", is_text(name)), ("email", is_email(email))) if not good]
    if wrong:
        raise Invalid(*wrong)
    if members.with_email(email.lower()):
        raise Conflict("email")
    return members.add(name.strip(), email.lower())


def read(number):
    member = members.find(number)
    if member is None:
        raise Unknown()
    return member
