from django.db import models


class Person(models.Model):
    username = models.CharField(max_length=50, unique=True)
    bio = models.TextField(blank=True)
