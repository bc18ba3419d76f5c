from models.member import Member
from repositories.database import Repository


class Members(Repository):
    kind = Member

    def with_email(self, email):
        return self.session.query(Member).filter_by(email=email).first()

    def count(self):
        return self.session.query(Member).count()
