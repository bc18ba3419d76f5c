import sqlite3

from fastapi import FastAPI

from server.config import PAGE_SIZE

app = FastAPI()
db = sqlite3.connect("conduit.db", check_same_thread=False)
db.execute("CREATE TABLE IF NOT EXISTS articles (slug TEXT)")


@app.get("/api/articles")
def articles():
    return {"articles": [slug for (slug,) in db.execute("SELECT slug FROM articles LIMIT ?", (PAGE_SIZE,))]}
