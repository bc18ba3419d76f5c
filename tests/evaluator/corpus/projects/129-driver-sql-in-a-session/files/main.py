from fastapi import FastAPI
from sqlalchemy import text
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine("sqlite:///conduit.db")
COLUMNS = ["slug", "title"]


class Article(SQLModel, table=True):
    slug: str = Field(primary_key=True)
    title: str


SQLModel.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/articles")
def index():
    with Session(engine) as session:
        statement = "SELECT " + ", ".join(COLUMNS) + " FROM article"
        rows = session.execute(text(statement)).all()
    return {"articles": [dict(row._mapping) for row in rows]}


@app.put("/api/articles/{slug}")
def rename(slug: str, title: str):
    with Session(engine) as session:
        article = session.exec(select(Article).where(Article.slug == slug)).one()
        session.connection().exec_driver_sql("UPDATE article SET title = ? WHERE slug = ?", (title, slug))
        session.commit()
    return {"article": {"slug": article.slug, "title": title}}
