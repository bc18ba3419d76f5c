from models.loan import Loan
from repositories.database import Repository


class Loans(Repository):
    kind = Loan

    def everything(self):
        return self.session.query(Loan).all()

    def search(self, wishes, limit, offset):
        query = self.session.query(Loan)
        if "member" in wishes:
            query = query.filter(Loan.member_id == wishes["member"])
        if "open" in wishes:
            query = query.filter(Loan.returned_on.is_(None) if wishes["open"] else Loan.returned_on.is_not(None))
        return self.page(query.order_by(Loan.lent_on.desc(), Loan.id.desc()), limit, offset)
