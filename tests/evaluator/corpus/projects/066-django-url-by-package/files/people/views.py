from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from people.models import Person


def profile(request, username):
    person = get_object_or_404(Person, username=username)
    return JsonResponse({"profile": {"username": person.username, "bio": person.bio, "following": False}})
