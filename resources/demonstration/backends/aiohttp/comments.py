"""Comments on articles."""

from aiohttp import web

from articles import asked
from common import Refused, caller, now, sent, text, viewer
from database import row, rows, run
from users import profile

routes = web.RouteTableDef()


def comment_json(comment, user):
    return {"id": comment["id"], "body": comment["body"], "createdAt": comment["created"],
            "updatedAt": comment["created"], "author": profile(comment["author"], user)}


@routes.get("/api/articles/{slug}/comments")
async def all_comments(request):
    user, article = viewer(request), asked(request)
    comments = rows("SELECT * FROM comments WHERE article = ? ORDER BY id DESC", article["id"])
    return web.json_response({"comments": [comment_json(comment, user) for comment in comments]})


@routes.post("/api/articles/{slug}/comments")
async def create(request):
    user, article = caller(request), asked(request)
    body = text(await sent(request, "comment"), "body")
    number = run("INSERT INTO comments (article, author, body, created) VALUES (?, ?, ?, ?)", article["id"],
                 user["id"], body, now()).lastrowid
    comment = row("SELECT * FROM comments WHERE id = ?", number)
    return web.json_response({"comment": comment_json(comment, user)})


@routes.delete(r"/api/articles/{slug}/comments/{number:\d{1,9}}")
async def delete(request):
    user, article = caller(request), asked(request)
    comment = row("SELECT * FROM comments WHERE article = ? AND id = ?", article["id"],
                  int(request.match_info["number"]))
    if comment is None:
        raise Refused(404, "comment not found")
    if comment["author"] != user["id"]:
        raise Refused(403, "this is another user's comment")
    run("DELETE FROM comments WHERE id = ?", comment["id"])
    return web.json_response({})
