from django.views.decorators.http import require_http_methods
from rest_framework.decorators import api_view
from rest_framework.views import APIView


@api_view(['POST'])
def registerUser(request):
    return None


@require_http_methods(['POST'])
def loginUser(request):
    return None


class UserView(APIView):
    def get(self, request):  # currentUser
        return None

    def put(self, request):  # updateUser
        return None


def getProfile(request, username):
    return None


class FollowView(APIView):
    permission_classes = []

    def post(self, request, username):  # followUser
        return None

    def delete(self, request, username):  # unfollowUser
        return None


@require_GET
def listTags(request):
    return None
