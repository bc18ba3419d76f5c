import asyncpg

from app.core import config

pool = None

SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    id SERIAL PRIMARY KEY,
    username TEXT UNIQUE NOT NULL,
    bio TEXT DEFAULT ''
);
"""


async def open_pool():
    global pool
    pool = await asyncpg.create_pool(
        user=config.DB_USER,
        password=config.DB_PASSWORD,
        host=config.DB_HOST,
        port=5432,
        database=config.DB_NAME,
    )
    async with pool.acquire() as connection:
        await connection.execute(SCHEMA)


async def close_pool():
    if pool is not None:
        await pool.close()


def get_pool():
    return pool
