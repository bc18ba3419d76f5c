"""Conduit.

Until June this used sqlite:///./conduit.db and `import sqlite3` for backups.
"""
from fastapi import FastAPI
from sqlalchemy import Column, MetaData, String, Table, create_engine, select

# engine = create_engine("sqlite:///./conduit.db")
engine = create_engine("postgresql://user:password@postgres:5432/conduit")
tags = Table("tags", MetaData(), Column("name", String, primary_key=True))
tags.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/tags")
def all_tags():
    with engine.begin() as connection:
        return {"tags": [name for (name,) in connection.execute(select(tags))]}
