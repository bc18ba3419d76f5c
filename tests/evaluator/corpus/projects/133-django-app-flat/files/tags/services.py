from tags.repositories import all_tags


def tag_names():
    return [tag.name for tag in all_tags()]
