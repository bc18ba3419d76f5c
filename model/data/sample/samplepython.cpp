// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplepython.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView entities = R"PY(import base64
import hashlib
import json
import re


class Problem(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.body = {"errors": {"body": [message]}}


def hash_of(password):
    return hashlib.sha256(password.encode()).hexdigest()


def token_of(user):
    return base64.urlsafe_b64encode(json.dumps({"id": user["id"]}).encode()).decode()


def id_in(token):
    return json.loads(base64.urlsafe_b64decode(token))["id"]


def slug_of(title):
    return re.sub("[^a-z0-9]+", "-", title.lower()).strip("-")


def public_user(user):
    shown = {key: user[key] for key in ("email", "username", "bio", "image")}
    return {"user": {**shown, "token": token_of(user)}}


def public_profile(user, following):
    shown = {key: user[key] for key in ("username", "bio", "image")}
    return {**shown, "following": following}


def public_article(article, tags, author, favorited, count):
    shown = {key: article[key] for key in ("slug", "title", "description", "body")}
    times = {"createdAt": article["created_at"], "updatedAt": article["updated_at"]}
    return {**shown, **times, "tagList": tags, "author": author, "favorited": favorited, "favoritesCount": count}


def public_comment(comment, author):
    times = {"createdAt": comment["created_at"], "updatedAt": comment["created_at"]}
    return {"id": comment["id"], "body": comment["body"], "author": author, **times}
)PY";

constexpr QByteArrayView articleStore = R"PY(from $storage$ import gateway


def by_slug(slug):
    found = gateway.rows("articles", slug=slug)
    return found[0] if found else None


def tags_of(article):
    return [row["name"] for row in gateway.rows("tags", article_id=article["id"])]


def fans_of(article):
    return [row["user_id"] for row in gateway.rows("favorites", article_id=article["id"])]


def author_of(article):
    $author$
)PY";

constexpr QByteArrayView users = R"PY(from $shapes$.entities import Problem, hash_of, id_in, public_user
from $storage$ import gateway


def user_by_id(user_id):
    return gateway.rows("users", id=user_id)[0]


def viewer_of(headers, required=False):
    token = headers.get("Authorization", "").partition(" ")[2]
    if token:
        return user_by_id(id_in(token))
    if required:
        raise Problem(401, "a token is needed")
    return None


def register(body):
    user = body["user"]
    if gateway.rows("users", email=user["email"]):
        raise Problem(422, "the e-mail address is taken")
    secret = hash_of(user["password"])
    return public_user(gateway.add(
        "users", username=user["username"], email=user["email"], password=secret, bio=None, image=None))


def login(body):
    found = gateway.rows("users", email=body["user"]["email"])
    if not found or found[0]["password"] != hash_of(body["user"]["password"]):
        raise Problem(403, "e-mail address or password is wrong")
    return public_user(found[0])


def current_user(viewer):
    return public_user(viewer)


def update_user(viewer, body):
    return public_user(gateway.change("users", viewer["id"], **body["user"]))
)PY";

constexpr QByteArrayView profiles = R"PY(from $shapes$.entities import Problem, public_profile
from $storage$ import gateway


def follows(viewer, user):
    return bool(viewer and gateway.rows("follows", follower_id=viewer["id"], followed_id=user["id"]))


def user_named(username):
    found = gateway.rows("users", username=username)
    if not found:
        raise Problem(404, f"there is no user {username}")
    return found[0]


def get_profile(viewer, username):
    user = user_named(username)
    return {"profile": public_profile(user, follows(viewer, user))}


def follow_user(viewer, username):
    user = user_named(username)
    if not follows(viewer, user):
        gateway.add("follows", follower_id=viewer["id"], followed_id=user["id"])
    return {"profile": public_profile(user, True)}


def unfollow_user(viewer, username):
    user = user_named(username)
    gateway.remove("follows", follower_id=viewer["id"], followed_id=user["id"])
    return {"profile": public_profile(user, False)}
)PY";

constexpr QByteArrayView articles = R"PY(from datetime import datetime, timezone

from $shapes$.entities import Problem, public_article, public_profile, slug_of
from $storage$ import articles, gateway
from $logic$.profiles import follows


def found(slug):
    article = articles.by_slug(slug)
    if not article:
        raise Problem(404, f"there is no article {slug}")
    return article


def shown(viewer, article):
    author = articles.author_of(article)
    fans = articles.fans_of(article)
    is_fan = bool(viewer and viewer["id"] in fans)
    profile = public_profile(author, follows(viewer, author))
    return public_article(article, articles.tags_of(article), profile, is_fan, len(fans))


def listed(viewer, chosen, query):
    start, limit = int(query.get("offset", 0)), int(query.get("limit", 20))
    page = [shown(viewer, article) for article in chosen[start:start + limit]]
    return {"articles": page, "articlesCount": len(chosen)}


def list_articles(viewer, query):
    chosen = [shown(viewer, row) | row for row in gateway.rows("articles")]
    if "tag" in query:
        chosen = [row for row in chosen if query["tag"] in row["tagList"]]
    if "author" in query:
        chosen = [row for row in chosen if row["author"]["username"] == query["author"]]
    if "favorited" in query:
        fan = gateway.rows("users", username=query["favorited"])
        chosen = [row for row in chosen if fan and fan[0]["id"] in articles.fans_of(row)]
    return listed(viewer, chosen, query)


def feed_articles(viewer, query):
    chosen = [row for row in gateway.rows("articles") if follows(viewer, articles.author_of(row))]
    return listed(viewer, chosen, query)


def create_article(viewer, body):
    asked, now = body["article"], datetime.now(timezone.utc).isoformat()
    texts = {key: asked[key] for key in ("title", "description", "body")}
    article = gateway.add("articles", slug=slug_of(asked["title"]), **texts,
                          author_id=viewer["id"], created_at=now, updated_at=now)
    for name in asked.get("tagList", []):
        gateway.add("tags", article_id=article["id"], name=name)
    return {"article": shown(viewer, article)}


def get_article(viewer, slug):
    return {"article": shown(viewer, found(slug))}


def update_article(viewer, slug, body):
    article = gateway.change("articles", found(slug)["id"], **body["article"])
    return {"article": shown(viewer, article)}


def delete_article(viewer, slug):
    gateway.remove("articles", id=found(slug)["id"], author_id=viewer["id"])
    return {}


def favorite_article(viewer, slug):
    article = found(slug)
    if viewer["id"] not in articles.fans_of(article):
        gateway.add("favorites", article_id=article["id"], user_id=viewer["id"])
    return {"article": shown(viewer, article)}


def unfavorite_article(viewer, slug):
    article = found(slug)
    gateway.remove("favorites", article_id=article["id"], user_id=viewer["id"])
    return {"article": shown(viewer, article)}
)PY";

constexpr QByteArrayView comments = R"PY(from datetime import datetime, timezone

from $shapes$.entities import public_comment, public_profile
from $storage$ import gateway
from $logic$.articles import found
from $logic$.profiles import follows
from $logic$.users import user_by_id


def shown(viewer, comment):
    author = user_by_id(comment["author_id"])
    return public_comment(comment, public_profile(author, follows(viewer, author)))


def list_comments(viewer, slug):
    rows = gateway.rows("comments", article_id=found(slug)["id"])
    return {"comments": [shown(viewer, row) for row in rows]}


def add_comment(viewer, slug, body):
    now = datetime.now(timezone.utc).isoformat()
    comment = gateway.add("comments", article_id=found(slug)["id"], author_id=viewer["id"],
                          body=body["comment"]["body"], created_at=now)
    return {"comment": shown(viewer, comment)}


def delete_comment(viewer, slug, comment_id):
    gateway.remove("comments", id=int(comment_id), author_id=viewer["id"])
    return {}
)PY";

constexpr QByteArrayView tags = R"PY(from $storage$ import gateway


def list_tags():
    return {"tags": sorted({row["name"] for row in gateway.rows("tags")})}
)PY";

struct Role
{
    const char *name;
    QByteArrayView text;
};

constexpr std::array roles{Role{"entities", entities}, Role{"store", articleStore}, Role{"users", users},
    Role{"profiles", profiles}, Role{"articles", articles}, Role{"comments", comments}, Role{"tags", tags}};

} // namespace

QByteArray pythonShared(QByteArrayView role)
{
    const auto *found = std::ranges::find_if(roles, [role](const Role &row) { return role == row.name; });
    return found == roles.end() ? QByteArray() : found->text.toByteArray();
}

} // namespace Decayscope
