from people.models import Person


def find(username):
    return Person.objects.filter(username=username).first()
