from aiohttp import web
from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine("sqlite+aiosqlite:///conduit.db")
Session = async_sessionmaker(engine)


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(primary_key=True)


@event.listens_for(engine.sync_engine, "connect")
def foreign_keys(connection, _record):
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


async def health(request):
    async with Session() as session:
        await session.execute(text("SELECT 1"))
        version = await session.scalar(text("select sqlite_version()"))
    return web.json_response({"ok": True, "sqlite": version})


async def tags(request):
    async with Session() as session:
        return web.json_response({"tags": list(await session.scalars(select(Tag.name)))})


async def prepare(app):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


app = web.Application()
app.on_startup.append(prepare)
app.add_routes([web.get("/api/health-check", health), web.get("/api/tags", tags)])
web.run_app(app, port=8080)
