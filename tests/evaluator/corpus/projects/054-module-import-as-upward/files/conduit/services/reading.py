from conduit.repositories.articles import newest


def page():
    return newest()
