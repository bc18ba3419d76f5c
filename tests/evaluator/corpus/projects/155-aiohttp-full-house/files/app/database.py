from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from app.models.base import Base

engine = create_async_engine("postgresql+asyncpg://user:password@postgres:5432/conduit")
Session = async_sessionmaker(engine)


async def create_tables(_app):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
