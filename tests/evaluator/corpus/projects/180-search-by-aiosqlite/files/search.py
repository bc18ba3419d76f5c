import aiosqlite


class Search:
    STATEMENT = "SELECT slug FROM articles WHERE title LIKE ?"

    async def __call__(self, words):
        async with aiosqlite.connect("conduit.db") as db:
            rows = await db.execute_fetchall(self.STATEMENT, (f"%{words}%",))
        return [slug for (slug,) in rows]
