"""Articles, favourites, comments and tags."""

import re
from datetime import datetime, timezone
from itertools import count
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query

from bodies import ArticleChangeBody, NewArticleBody, NewCommentBody
from users import Caller, Viewer, profile, users

router = APIRouter()
articles = []  # oldest first
comment_numbers = count(1)


def now():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def free_slug(title, own=None):
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "article"
    taken = {article["slug"] for article in articles if article is not own} | {"feed"}
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def at(slug: str):
    for article in articles:
        if article["slug"] == slug:
            return article
    raise HTTPException(404, "article not found")


At = Annotated[dict, Depends(at)]


def own(article: At, user: Caller):
    if article["author"] != user["id"]:
        raise HTTPException(403, "this is another author's article")
    return article


Own = Annotated[dict, Depends(own)]


def article_json(article, user):
    shown = {key: article[key] for key in ("slug", "title", "description", "body", "tagList", "createdAt", "updatedAt")}
    return shown | {"favorited": user is not None and user["id"] in article["fans"],
                    "favoritesCount": len(article["fans"]),
                    "author": profile(users[article["author"]], user)}


def comment_json(comment, user):
    return comment | {"author": profile(users[comment["author"]], user)}


class Page:
    def __init__(self, limit: Annotated[int, Query(ge=1)] = 20, offset: Annotated[int, Query(ge=0)] = 0):
        self.limit = limit
        self.offset = offset

    def json(self, chosen, user):
        newest = chosen[::-1]
        return {"articles": [article_json(article, user) for article in newest[self.offset:][:self.limit]],
                "articlesCount": len(newest)}


@router.get("/articles")
async def all_articles(user: Viewer, page: Annotated[Page, Depends()], tag: str | None = None,
                       author: str | None = None, favorited: str | None = None):
    chosen = articles
    if tag is not None:
        chosen = [article for article in chosen if tag in article["tagList"]]
    if author is not None:
        chosen = [article for article in chosen if users[article["author"]]["username"] == author]
    if favorited is not None:
        chosen = [article for article in chosen if favorited in (users[fan]["username"] for fan in article["fans"])]
    return page.json(chosen, user)


@router.get("/articles/feed")
async def feed(user: Caller, page: Annotated[Page, Depends()]):
    return page.json([article for article in articles if article["author"] in user["follows"]], user)


@router.post("/articles", status_code=201)
async def create(user: Caller, body: NewArticleBody):
    time = now()
    article = body.article.model_dump() | {"slug": free_slug(body.article.title), "author": user["id"], "fans": set(),
                                           "comments": [], "createdAt": time, "updatedAt": time}
    articles.append(article)
    return {"article": article_json(article, user)}


@router.get("/articles/{slug}")
async def one(article: At, user: Viewer):
    return {"article": article_json(article, user)}


@router.put("/articles/{slug}")
async def update(user: Caller, article: Own, body: ArticleChangeBody):
    article.update(body.article.sent())
    article["slug"] = free_slug(article["title"], article)
    article["updatedAt"] = now()
    return {"article": article_json(article, user)}


@router.delete("/articles/{slug}")
async def delete(article: Own):
    articles.remove(article)
    return {}


@router.post("/articles/{slug}/favorite")
async def favorite(user: Caller, article: At):
    article["fans"].add(user["id"])
    return {"article": article_json(article, user)}


@router.delete("/articles/{slug}/favorite")
async def unfavorite(user: Caller, article: At):
    article["fans"].discard(user["id"])
    return {"article": article_json(article, user)}


@router.get("/articles/{slug}/comments")
async def comments(article: At, user: Viewer):
    return {"comments": [comment_json(comment, user) for comment in reversed(article["comments"])]}


@router.post("/articles/{slug}/comments")
async def comment(user: Caller, article: At, body: NewCommentBody):
    time = now()
    new = {"id": next(comment_numbers), "body": body.comment.body, "createdAt": time, "updatedAt": time,
           "author": user["id"]}
    article["comments"].append(new)
    return {"comment": comment_json(new, user)}


@router.delete("/articles/{slug}/comments/{number}")
async def delete_comment(user: Caller, article: At, number: int):
    for comment in article["comments"]:
        if comment["id"] == number:
            if comment["author"] != user["id"]:
                raise HTTPException(403, "this is another user's comment")
            article["comments"].remove(comment)
            return {}
    raise HTTPException(404, "comment not found")


@router.get("/tags")
async def tags():
    return {"tags": list(dict.fromkeys(tag for article in articles for tag in article["tagList"]))}
