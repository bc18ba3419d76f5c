from blog.models.tag import Tag


def names():
    return sorted({tag.name.lower() for tag in Tag.all()})
