from django.db import models


class Person(models.Model):
    username = models.CharField(max_length=80, unique=True)
    bio = models.TextField(blank=True)

    class Meta:
        app_label = "people"
