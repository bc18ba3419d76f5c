"""Articles, favourites, comments and tags."""

from django.http import JsonResponse

from conduit.models import Article, Comment, Tag
from conduit.web import Refused, caller, found, is_text, number, sent, text, viewer

LARGEST = 2**63 - 1  # of SQLite's numbers


def answer(article, user, status=200):
    return JsonResponse({"article": article.json(user)}, status=status)


def page(request, chosen, user):
    offset, limit = number(request, "offset", 0, 0), number(request, "limit", 20, 1)
    return JsonResponse({"articles": [article.json(user) for article in chosen[offset:offset + limit]],
                         "articlesCount": chosen.count()})


def own(request, slug):
    """The article, where it is the caller's."""
    user, article = caller(request), found(Article, slug=slug)
    if article.author != user:
        raise Refused(403, "this is another author's article")
    return article


def tag_list(part):
    tags = part.get("tagList") or []
    if not isinstance(tags, list) or not all(is_text(tag) for tag in tags):
        raise Refused(422, "tagList must be a list of words")
    return tags


FILTERS = {"tag": "tags__name", "author": "author__username", "favorited": "fans__username"}


def all_articles(request):
    conditions = {field: request.GET[key] for key, field in FILTERS.items() if key in request.GET}
    return page(request, Article.objects.filter(**conditions), viewer(request))


def feed(request):
    user = caller(request)
    return page(request, Article.objects.filter(author__in=user.follows.all()), user)


def create(request):
    user, part = caller(request), sent(request, "article")
    article = Article(author=user, **{key: text(part, key) for key in ("title", "description", "body")})
    tags = tag_list(part)
    article.save()
    article.set_tags(tags)
    return answer(article, user, 201)


def one(request, slug):
    return answer(found(Article, slug=slug), viewer(request))


def update(request, slug):
    article, part = own(request, slug), sent(request, "article")
    for key in ("title", "description", "body"):
        if key in part:
            setattr(article, key, text(part, key))
    if "tagList" in part:
        article.set_tags(tag_list(part))
    article.save()
    return answer(article, article.author)


def delete(request, slug):
    own(request, slug).delete()
    return JsonResponse({})


def favorite(request, slug):
    user, article = caller(request), found(Article, slug=slug)
    article.fans.add(user)
    return answer(article, user)


def unfavorite(request, slug):
    user, article = caller(request), found(Article, slug=slug)
    article.fans.remove(user)
    return answer(article, user)


def comments(request, slug):
    user, article = viewer(request), found(Article, slug=slug)
    return JsonResponse({"comments": [comment.json(user) for comment in article.comments.all()]})


def comment(request, slug):
    user, article = caller(request), found(Article, slug=slug)
    new = Comment.objects.create(article=article, author=user, body=text(sent(request, "comment"), "body"))
    return JsonResponse({"comment": new.json(user)})


def delete_comment(request, slug, number):
    user, old = caller(request), found(Comment, article__slug=slug, pk=min(number, LARGEST))
    if old.author != user:
        raise Refused(403, "this is another user's comment")
    old.delete()
    return JsonResponse({})


def tags(_):
    return JsonResponse({"tags": list(Tag.objects.order_by("name").values_list("name", flat=True).distinct())})
