"""Writing answers."""

from datetime import timezone

from services.tokens import token_of


def time_text(time):
    """SQLite gives times back without their zone, which is UTC."""
    if time.tzinfo is None:
        time = time.replace(tzinfo=timezone.utc)
    return time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def user_json(user):
    return {"email": user.email, "token": token_of(user.id), "username": user.username, "bio": user.bio,
            "image": user.image}


def profile_json(user, viewer):
    return {"username": user.username, "bio": user.bio, "image": user.image,
            "following": viewer is not None and user.id in viewer.followed_ids}


def article_json(article, viewer):
    return {"slug": article.slug, "title": article.title, "description": article.description, "body": article.body,
            "tagList": list(article.tag_names), "createdAt": time_text(article.created),
            "updatedAt": time_text(article.updated),
            "favorited": viewer is not None and viewer.id in article.fan_ids,
            "favoritesCount": len(article.fan_ids), "author": profile_json(article.author, viewer)}


def page_json(chosen, count, viewer):
    return {"articles": [article_json(article, viewer) for article in chosen], "articlesCount": count}


def comment_json(comment, viewer):
    return {"id": comment.id, "body": comment.body, "createdAt": time_text(comment.created),
            "updatedAt": time_text(comment.created), "author": profile_json(comment.author, viewer)}
