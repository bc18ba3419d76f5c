from django.http import Http404, JsonResponse

from people.services.profiles import profile_of


def show(request, username):
    profile = profile_of(username)
    if profile is None:
        raise Http404("unknown profile")
    return JsonResponse({"profile": profile})
