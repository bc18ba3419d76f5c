from sqlalchemy import Column, String, create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

from settings import Settings

if Settings.use_postgres:
    engine = create_engine(Settings.postgres_url)
else:
    engine = create_engine(Settings.sqlite_url, connect_args={"check_same_thread": False})

Base = declarative_base()
Session = sessionmaker(bind=engine)


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)
