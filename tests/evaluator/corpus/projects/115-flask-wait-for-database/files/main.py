from flask import Flask, jsonify
from sqlalchemy import String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine("postgresql://user:password@postgres:5432/conduit")


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)


Base.metadata.create_all(engine)
app = Flask(__name__)


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return jsonify(tags=session.scalars(select(Tag.name)).all())


app.run(host="0.0.0.0", port=8080)
