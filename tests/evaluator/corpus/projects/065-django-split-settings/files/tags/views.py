from django.http import JsonResponse

from .models import Tag


def index(request):
    return JsonResponse({"tags": list(Tag.objects.values_list("name", flat=True))})
