import sqlite3

from conduit.rules.publishing import slug_of

db = sqlite3.connect("conduit.db")
db.execute("CREATE TABLE IF NOT EXISTS articles (slug TEXT PRIMARY KEY, title TEXT, body TEXT)")


def insert(article):
    slug = slug_of(article.title)
    db.execute("INSERT INTO articles VALUES (?, ?, ?)", (slug, article.title, article.body))
    db.commit()
    return {"slug": slug, "title": article.title, "body": article.body}
