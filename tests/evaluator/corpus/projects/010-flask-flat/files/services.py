from repositories import TagRepository


def list_tags():
    return sorted(tag.name for tag in TagRepository().all())
