from conduit.services.tag_service import ORDER

_names = ["dragons", "angularjs"]


def names():
    return sorted(_names) if ORDER == "alphabetical" else list(_names)
