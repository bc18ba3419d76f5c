from conduit.domain.user import User
from conduit.persistence.users import UserRows


class RegisterUser:
    def __init__(self, pool):
        self.rows = UserRows(pool)

    async def __call__(self, payload):
        user = User(payload["username"], payload["email"].lower())
        await self.rows.insert(user)
        return user
