"""Registration, login, the current user, profiles."""

from django.contrib.auth.hashers import check_password, make_password
from django.core import signing
from django.http import JsonResponse

from conduit.models import User
from conduit.web import Refused, any_text, caller, found, sent, text, viewer


def answer(user, status=200):
    return JsonResponse({"user": {"email": user.email, "token": signing.dumps(user.pk), "username": user.username,
                                  "bio": user.bio, "image": user.image}}, status=status)


def store(user, changes):
    for key in ("username", "email"):
        if key in changes and User.objects.filter(**{key: changes[key]}).exclude(pk=user.pk).exists():
            raise Refused(422, f"{key} has already been taken")
    for key, value in changes.items():
        setattr(user, key, make_password(value) if key == "password" else value)
    user.save()
    return user


def register(request):
    part = sent(request, "user")
    return answer(store(User(), {key: text(part, key) for key in ("username", "email", "password")}), 201)


def login(request):
    part = sent(request, "user")
    email, password = text(part, "email"), text(part, "password")
    user = User.objects.filter(email=email).first()
    if user is None or not check_password(password, user.password):
        raise Refused(401, "email or password is invalid")
    return answer(user)


def current(request):
    return answer(caller(request))


def update(request):
    user, part = caller(request), sent(request, "user")
    changes = {key: text(part, key) for key in ("username", "email", "password") if key in part}
    changes |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    return answer(store(user, changes))


def profile(request, username):
    return JsonResponse({"profile": found(User, username=username).profile(viewer(request))})


def follow(request, username):
    user, other = caller(request), found(User, username=username)
    user.follows.add(other)
    return JsonResponse({"profile": other.profile(user)})


def unfollow(request, username):
    user, other = caller(request), found(User, username=username)
    user.follows.remove(other)
    return JsonResponse({"profile": other.profile(user)})
