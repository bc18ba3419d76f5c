from sqlalchemy import Column, String, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.orm import declarative_base, sessionmaker

url = URL.create(
    drivername="postgresql+psycopg",
    username="user",
    password="password",
    host="postgres",
    database="conduit",
)
engine = create_engine(url)
Session = sessionmaker(bind=engine)
Base = declarative_base()


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String(80), primary_key=True)
