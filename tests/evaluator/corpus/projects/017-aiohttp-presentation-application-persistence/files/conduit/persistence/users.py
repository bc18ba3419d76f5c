class UserRows:
    def __init__(self, pool):
        self.pool = pool

    async def insert(self, user):
        await self.pool.execute("INSERT INTO users VALUES ($1, $2)", user.username, user.email)
