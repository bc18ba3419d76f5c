from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

engine = create_engine("sqlite:///conduit.db")
Session = sessionmaker(engine)
Base = declarative_base()


class Article(Base):
    __tablename__ = "articles"
    slug = Column(String, primary_key=True)


Base.metadata.create_all(engine)
