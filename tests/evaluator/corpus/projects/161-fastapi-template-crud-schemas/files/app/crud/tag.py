from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.tag import Tag


def get_all(db: Session):
    return db.execute(select(Tag)).scalars().all()


def create(db: Session, name: str):
    tag = Tag(name=name, uses=0)
    db.add(tag)
    db.commit()
    return tag
