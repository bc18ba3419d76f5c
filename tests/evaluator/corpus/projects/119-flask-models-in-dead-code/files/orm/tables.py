from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)


def all_tags():
    engine = create_engine("postgresql://user:password@postgres:5432/conduit")
    with Session(engine) as session:
        return session.query(Tag).all()
