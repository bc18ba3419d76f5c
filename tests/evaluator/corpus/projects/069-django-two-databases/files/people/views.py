from django.http import JsonResponse

from people.models import Person


def profile(request, name):
    person = Person.objects.get(name=name)
    return JsonResponse({"profile": {"username": person.name}})
