"""Users, articles and comments."""

from django.db import models
from django.utils.text import slugify


class User(models.Model):
    username = models.CharField(max_length=200, unique=True)
    email = models.CharField(max_length=200, unique=True)
    password = models.CharField(max_length=200)
    bio = models.TextField(default="")
    image = models.TextField(default="")
    follows = models.ManyToManyField("self", symmetrical=False)

    def profile(self, viewer):
        following = viewer is not None and viewer.follows.filter(pk=self.pk).exists()
        return {"username": self.username, "bio": self.bio, "image": self.image, "following": following}


class Article(models.Model):
    slug = models.CharField(max_length=300, unique=True)
    title = models.CharField(max_length=300)
    description = models.TextField()
    body = models.TextField()
    author = models.ForeignKey(User, models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    fans = models.ManyToManyField(User, related_name="favorites")

    class Meta:
        ordering = ["-pk"]

    def save(self, *args, **options):
        self.slug = self.free_slug()
        super().save(*args, **options)

    def free_slug(self):
        slug = stem = slugify(self.title) or "article"
        others = Article.objects.exclude(pk=self.pk)
        number = 1
        while slug == "feed" or others.filter(slug=slug).exists():
            number += 1
            slug = f"{stem}-{number}"
        return slug

    def set_tags(self, names):
        self.tags.all().delete()
        Tag.objects.bulk_create(Tag(article=self, name=name) for name in dict.fromkeys(names))

    def json(self, viewer):
        return {"slug": self.slug, "title": self.title, "description": self.description, "body": self.body,
                "tagList": list(self.tags.values_list("name", flat=True)),
                "createdAt": self.created, "updatedAt": self.updated,
                "favorited": viewer is not None and self.fans.filter(pk=viewer.pk).exists(),
                "favoritesCount": self.fans.count(), "author": self.author.profile(viewer)}


class Tag(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="tags")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]


class Comment(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    author = models.ForeignKey(User, models.CASCADE)
    body = models.TextField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def json(self, viewer):
        return {"id": self.pk, "body": self.body, "createdAt": self.created, "updatedAt": self.created,
                "author": self.author.profile(viewer)}
