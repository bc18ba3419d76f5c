from django.http import JsonResponse

from tags.models import Tag


def index(request):
    return JsonResponse({"tags": [tag.name for tag in Tag.objects.all()]})
