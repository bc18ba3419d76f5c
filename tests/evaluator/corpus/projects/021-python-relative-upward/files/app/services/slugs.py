import re


def slugify(title):
    """Lower case, words joined by hyphens."""
    return re.sub(r"\W+", "-", title.lower()).strip("-")
