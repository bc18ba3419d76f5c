from people.repositories.people import find


def profile_of(username):
    person = find(username)
    return person and {"username": person.username, "bio": person.bio, "following": False}
