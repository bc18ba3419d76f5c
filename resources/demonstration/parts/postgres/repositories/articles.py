"""Keeping and finding articles and tags."""

from models.article import Article
from repositories import users
from repositories.storage import row, rows, run

COLUMNS = ("slug", "title", "description", "body")
CONDITIONS = {
    "tag": "id IN (SELECT article_id FROM tags WHERE name = %s)",
    "author": "author_id = (SELECT id FROM users WHERE username = %s)",
    "favorited": "id IN (SELECT article_id FROM favorites JOIN users ON users.id = fan_id WHERE username = %s)",
}


def made(found):
    if found is None:
        return None
    values = {key: found[key] for key in ("id", *COLUMNS, "created", "updated")}
    tags = rows("SELECT name FROM tags WHERE article_id = %s ORDER BY id", found["id"])
    fans = rows("SELECT fan_id FROM favorites WHERE article_id = %s", found["id"])
    return Article(**values, author=users.with_id(found["author_id"]), tag_names=[tag["name"] for tag in tags],
                   fan_ids={fan["fan_id"] for fan in fans})


def with_slug(slug):
    return made(row("SELECT * FROM articles WHERE slug = %s", slug))


def part_of(condition, values, offset, limit):
    """Some of those that meet the condition, the newest first, and how many there are."""
    chosen = rows(f"SELECT * FROM articles WHERE {condition} ORDER BY id DESC OFFSET %s LIMIT %s",
                  *values, offset, limit)
    count = row(f"SELECT count(*) AS number FROM articles WHERE {condition}", *values)
    return [made(found) for found in chosen], count["number"]


def page(filters, offset, limit):
    conditions = ["true", *(CONDITIONS[key] for key in filters)]
    return part_of(" AND ".join(conditions), list(filters.values()), offset, limit)


def feed(user, offset, limit):
    condition = "author_id IN (SELECT author_id FROM follows WHERE fan_id = %s)"
    return part_of(condition, [user.id], offset, limit)


def set_tags(article_id, tag_names):
    run("DELETE FROM tags WHERE article_id = %s", article_id)
    for name in tag_names:
        run("INSERT INTO tags (article_id, name) VALUES (%s, %s)", article_id, name)


def add(author, slug, texts, tag_names):
    new = row("INSERT INTO articles (slug, title, description, body, author_id) VALUES (%s, %s, %s, %s, %s)"
              " RETURNING id", slug, texts["title"], texts["description"], texts["body"], author.id)
    set_tags(new["id"], tag_names)
    return with_slug(slug)


def change(article, changes, tag_names):
    for column in COLUMNS:
        if column in changes:
            run(f"UPDATE articles SET {column} = %s WHERE id = %s", changes[column], article.id)
    run("UPDATE articles SET updated = now() WHERE id = %s", article.id)
    if tag_names is not None:
        set_tags(article.id, tag_names)
    return with_slug(changes.get("slug", article.slug))


def delete(article):
    run("DELETE FROM articles WHERE id = %s", article.id)


def like(user, article):
    run("INSERT INTO favorites VALUES (%s, %s) ON CONFLICT DO NOTHING", user.id, article.id)
    article.fan_ids.add(user.id)


def unlike(user, article):
    run("DELETE FROM favorites WHERE fan_id = %s AND article_id = %s", user.id, article.id)
    article.fan_ids.discard(user.id)


def tag_names():
    return [tag["name"] for tag in rows("SELECT DISTINCT name FROM tags ORDER BY name")]
