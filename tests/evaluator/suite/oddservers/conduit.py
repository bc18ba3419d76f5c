# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Conduit that answers the suite rightly, whatever comes: one article, one comment, no memory."""


def user(token="jwt.of.user"):
    return {"email": "user@mail.com", "username": "user", "bio": None, "image": None, "token": token}


def author():
    return {"username": "user", "bio": None, "image": None, "following": False}


def article(favorited=False):
    return {"title": "Keeping a dragon calm", "slug": "keeping-a-dragon-calm", "body": "Speak softly.",
            "createdAt": "2026-01-02T03:04:05.000Z", "updatedAt": "2026-01-02T03:04:05.000Z",
            "description": "Three habits", "tagList": ["training", "dragons"], "author": author(),
            "favorited": favorited, "favoritesCount": 1 if favorited else 0}


def comment():
    return {"id": 7, "body": "Thanks", "createdAt": "2026-01-02T03:04:05.000Z",
            "updatedAt": "2026-01-02T03:04:05.000Z", "author": author()}


def profile(following):
    return {"username": "celeb_user", "bio": None, "image": None, "following": following}


def answer(method, path):
    """Status and JSON value for a path below the API."""
    parts = path.split("?")[0].strip("/").split("/")
    if parts[0] in ("users", "user"):
        return (201 if parts == ["users"] else 200), {"user": user()}
    if parts[0] == "profiles":
        return 200, {"profile": profile(method == "POST" and parts[-1] == "follow")}
    if parts[0] == "tags":
        return 200, {"tags": ["training", "dragons"]}
    if parts[-1] == "favorite":
        return 200, {"article": article(method == "POST")}
    if "comments" in parts:
        if method == "DELETE":
            return 200, {}
        return (200, {"comments": [comment()]}) if method == "GET" else (200, {"comment": comment()})
    if parts[0] == "articles" and path.split("?")[0] in ("/articles", "/articles/feed") and method == "GET":
        return 200, {"articles": [article()], "articlesCount": 1}
    if method == "DELETE":
        return 200, {}
    return (201 if method == "POST" else 200), {"article": article()}
