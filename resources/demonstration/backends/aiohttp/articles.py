"""Articles, favourites and tags."""

import re

from aiohttp import web

from common import Refused, caller, is_text, now, number, sent, text, viewer
from database import row, rows, run, value
from users import profile

routes = web.RouteTableDef()


def article_json(article, user):
    number = article["id"]
    favorited = user and value("SELECT 1 FROM favorites WHERE fan = ? AND article = ?", user["id"], number)
    return {"slug": article["slug"], "title": article["title"], "description": article["description"],
            "body": article["body"],
            "tagList": [tag["name"] for tag in rows("SELECT name FROM tags WHERE article = ? ORDER BY rowid", number)],
            "createdAt": article["created"], "updatedAt": article["updated"], "favorited": bool(favorited),
            "favoritesCount": value("SELECT COUNT(*) FROM favorites WHERE article = ?", number),
            "author": profile(article["author"], user)}


def answer(number, user, status=200):
    article = row("SELECT * FROM articles WHERE id = ?", number)
    return web.json_response({"article": article_json(article, user)}, status=status)


def page(request, user, conditions, values):
    limit, offset = number(request, "limit", 20, 1), number(request, "offset", 0, 0)
    where = "FROM articles WHERE " + " AND ".join(["1", *conditions])
    chosen = rows(f"SELECT * {where} ORDER BY id DESC LIMIT ? OFFSET ?", *values, limit, offset)
    return web.json_response({"articles": [article_json(article, user) for article in chosen],
                              "articlesCount": value(f"SELECT COUNT(*) {where}", *values)})


def asked(request):
    """The article the address names."""
    article = row("SELECT * FROM articles WHERE slug = ?", request.match_info["slug"])
    if article is None:
        raise Refused(404, "article not found")
    return article


def own(request):
    user, article = caller(request), asked(request)
    if article["author"] != user["id"]:
        raise Refused(403, "this is another author's article")
    return article


def free_slug(title, own=0):
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "article"
    slug, number = stem, 1
    while slug == "feed" or value("SELECT 1 FROM articles WHERE slug = ? AND id <> ?", slug, own):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def tag_list(part):
    tags = part.get("tagList") or []
    if not isinstance(tags, list) or not all(is_text(tag) for tag in tags):
        raise Refused(422, "tagList must be a list of words")
    return tags


def set_tags(article, tags):
    run("DELETE FROM tags WHERE article = ?", article)
    for tag in tags:
        run("INSERT OR IGNORE INTO tags VALUES (?, ?)", article, tag)


FILTERS = {
    "tag": "id IN (SELECT article FROM tags WHERE name = ?)",
    "author": "author = (SELECT id FROM users WHERE username = ?)",
    "favorited": "id IN (SELECT article FROM favorites JOIN users ON users.id = fan WHERE username = ?)",
}


@routes.get("/api/articles")
async def all_articles(request):
    used = [key for key in FILTERS if key in request.query]
    return page(request, viewer(request), [FILTERS[key] for key in used], [request.query[key] for key in used])


@routes.get("/api/articles/feed")
async def feed(request):
    user = caller(request)
    return page(request, user, ["author IN (SELECT author FROM follows WHERE fan = ?)"], [user["id"]])


@routes.post("/api/articles")
async def create(request):
    user, part = caller(request), await sent(request, "article")
    title, description, body = (text(part, key) for key in ("title", "description", "body"))
    tags, time = tag_list(part), now()
    number = run("INSERT INTO articles (slug, title, description, body, author, created, updated)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?)",
                 free_slug(title), title, description, body, user["id"], time, time).lastrowid
    set_tags(number, tags)
    return answer(number, user, 201)


@routes.get("/api/articles/{slug}")
async def one(request):
    return answer(asked(request)["id"], viewer(request))


@routes.put("/api/articles/{slug}")
async def update(request):
    article, part = own(request), await sent(request, "article")
    new = dict(article) | {key: text(part, key) for key in ("title", "description", "body") if key in part}
    run("UPDATE articles SET title = ?, slug = ?, description = ?, body = ?, updated = ? WHERE id = ?", new["title"],
        free_slug(new["title"], article["id"]), new["description"], new["body"], now(), article["id"])
    if "tagList" in part:
        set_tags(article["id"], tag_list(part))
    return answer(article["id"], caller(request))


@routes.delete("/api/articles/{slug}")
async def delete(request):
    run("DELETE FROM articles WHERE id = ?", own(request)["id"])
    return web.json_response({})


@routes.post("/api/articles/{slug}/favorite")
async def favorite(request):
    user, article = caller(request), asked(request)
    run("INSERT OR IGNORE INTO favorites VALUES (?, ?)", user["id"], article["id"])
    return answer(article["id"], user)


@routes.delete("/api/articles/{slug}/favorite")
async def unfavorite(request):
    user, article = caller(request), asked(request)
    run("DELETE FROM favorites WHERE fan = ? AND article = ?", user["id"], article["id"])
    return answer(article["id"], user)


@routes.get("/api/tags")
async def tags(_):
    return web.json_response({"tags": [tag["name"] for tag in rows("SELECT DISTINCT name FROM tags ORDER BY name")]})
