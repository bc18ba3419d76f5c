from fastapi import Depends, FastAPI
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine("postgresql://user:password@postgres:5432/conduit")


class Tag(SQLModel, table=True):
    name: str = Field(primary_key=True)


def get_session():
    with Session(engine) as session:
        yield session


app = FastAPI(on_startup=[lambda: SQLModel.metadata.create_all(engine)])


@app.get("/api/tags")
def tags(session: Session = Depends(get_session)):
    return {"tags": [tag.name for tag in session.exec(select(Tag)).all()]}
