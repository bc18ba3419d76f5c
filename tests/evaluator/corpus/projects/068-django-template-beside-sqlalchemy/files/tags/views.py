from django.http import JsonResponse

from tags.tables import Session, Tag


def index(request):
    with Session() as session:
        return JsonResponse({"tags": [tag.name for tag in session.query(Tag).all()]})
