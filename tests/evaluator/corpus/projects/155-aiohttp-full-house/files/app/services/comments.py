from app.repositories import comments


async def views(slug):
    return [{"id": comment.id, "body": comment.body} for comment in await comments.under(slug)]
