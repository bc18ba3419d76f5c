from django.http import JsonResponse

PAGE_SIZE = 20


def feed(request):
    from feed.services.feed_service import first_page

    return JsonResponse({"articles": first_page(request.GET.get("offset", "0"))})
