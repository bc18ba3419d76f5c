from tags.models import Tag


def all_tags():
    return Tag.objects.order_by("name")
