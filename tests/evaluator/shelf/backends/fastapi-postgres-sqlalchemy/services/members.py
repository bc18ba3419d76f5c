from models.member import Member
from repositories.members import Members
from services import fields
from services.refusal import conflict, demand, unknown


class MemberService:
    def __init__(self, session):
        self.members = Members(session)

    def add(self, name, email):
        demand(name=fields.text(name), email=fields.email(email))
        if self.members.with_email(email.lower()):
            raise conflict("email")
        return self.members.add(Member(name=name.strip(), email=email.lower()))

    def read(self, number):
        member = self.members.find(number)
        if member is None:
            raise unknown()
        return member
