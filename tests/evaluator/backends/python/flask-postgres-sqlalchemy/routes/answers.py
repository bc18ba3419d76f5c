"""Writing answers."""

from datetime import timezone

from services import users


def time_text(time):
    return time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def user_json(user):
    return {"email": user.email, "token": users.token_of(user), "username": user.username, "bio": user.bio,
            "image": user.image}


def profile_json(user, viewer):
    return {"username": user.username, "bio": user.bio, "image": user.image,
            "following": viewer is not None and user in viewer.follows}


def article_json(article, viewer):
    return {"slug": article.slug, "title": article.title, "description": article.description, "body": article.body,
            "tagList": [tag.name for tag in article.tags], "createdAt": time_text(article.created),
            "updatedAt": time_text(article.updated), "favorited": viewer in article.fans,
            "favoritesCount": len(article.fans), "author": profile_json(article.author, viewer)}


def comment_json(comment, viewer):
    return {"id": comment.id, "body": comment.body, "createdAt": time_text(comment.created),
            "updatedAt": time_text(comment.created), "author": profile_json(comment.author, viewer)}
