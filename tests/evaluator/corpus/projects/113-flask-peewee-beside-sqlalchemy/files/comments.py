from peewee import CharField, Model, SqliteDatabase, TextField

database = SqliteDatabase("conduit.db")


class Comment(Model):
    slug = CharField()
    body = TextField()

    class Meta:
        database = database


def comments_of(slug):
    return [comment.body for comment in Comment.select().where(Comment.slug == slug)]
