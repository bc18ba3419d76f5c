from sqlalchemy import select

from app.database import Session
from app.models.comment import Comment


async def under(slug):
    async with Session() as session:
        return (await session.scalars(select(Comment).where(Comment.slug == slug))).all()
