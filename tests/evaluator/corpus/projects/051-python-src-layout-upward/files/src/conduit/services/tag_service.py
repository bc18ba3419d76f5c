from conduit.models.tag import Tag

ORDER = "alphabetical"


def names():
    return [tag.name for tag in Tag.all()]
