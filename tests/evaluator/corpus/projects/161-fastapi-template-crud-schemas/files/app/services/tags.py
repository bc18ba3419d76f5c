from app.crud.tag import get_all


def popular(db):
    return [tag.name for tag in sorted(get_all(db), key=lambda tag: -tag.uses)][:20]
