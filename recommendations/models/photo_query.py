import secrets

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from .encoder import Encoder


def new_token() -> str:
    """144 random bits: unguessable, short enough for a link."""
    return secrets.token_urlsafe(18)


class PhotoQuery(models.Model):
    """A shopper's search: the vector of the searched part and what was read from it. Never the photo.

    The table is unlogged: what is to be forgotten within a day has no place in the write-ahead log, nor in
    the replicas and backups made from it. A server that crashes forgets the searches that were going on.

    `box` is [x, y, width, height] as fractions of the upright photo; `labels` maps a head ("type", "colour")
    to its best [value, probability] pairs.
    """

    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token)
    encoder = models.ForeignKey(Encoder, verbose_name=_("encoder"), on_delete=models.CASCADE)
    vector = HalfVectorField(_("vector"))
    box = models.JSONField(_("box"))
    labels = models.JSONField(_("labels"), default=dict)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    class Meta:
        verbose_name = _("photo query")
        verbose_name_plural = _("photo queries")

    def __str__(self) -> str:
        return self.token

    def get_absolute_url(self) -> str:
        return reverse("recommendations:photo_query", args=[self.token])
