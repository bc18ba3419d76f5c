from django.http import JsonResponse
from django.views.decorators.http import require_GET

from articles.services.article_service import ArticleService


@require_GET
def article_detail(request, slug):
    article = ArticleService().read(slug)
    if article is None:
        return JsonResponse({"errors": {"article": ["not found"]}}, status=404)
    return JsonResponse({"article": article})


@require_GET
def health(request):
    return JsonResponse({"ok": True})
