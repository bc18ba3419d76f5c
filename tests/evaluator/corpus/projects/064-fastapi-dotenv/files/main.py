import os

from dotenv import load_dotenv
from fastapi import FastAPI
from sqlalchemy import MetaData, String, Column, Table, create_engine, select

load_dotenv()
engine = create_engine(os.getenv("DATABASE_URL") or "sqlite:///./dev.db")
metadata = MetaData()
tags = Table("tags", metadata, Column("name", String, primary_key=True))
metadata.create_all(engine)

app = FastAPI()


@app.get("/api/tags")
def list_tags():
    with engine.connect() as connection:
        return {"tags": connection.execute(select(tags.c.name)).scalars().all()}
