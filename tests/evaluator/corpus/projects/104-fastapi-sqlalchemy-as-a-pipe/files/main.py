from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///conduit.db")
app = FastAPI()

with engine.begin() as connection:
    connection.execute(text("CREATE TABLE IF NOT EXISTS tags (name TEXT)"))


@app.get("/api/tags")
def tags():
    with engine.connect() as connection:
        return {"tags": [row.name for row in connection.execute(text("SELECT name FROM tags"))]}


@app.delete("/api/tags/{name}")
def remove(name: str):
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM tags WHERE name = :name"), {"name": name})
