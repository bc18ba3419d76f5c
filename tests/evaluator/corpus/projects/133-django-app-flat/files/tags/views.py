from django.http import JsonResponse

from tags.services import tag_names


def tag_list(request):
    return JsonResponse({"tags": tag_names()})
