from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import enqueue
from ..models import ImageEmbedding
from ..services.gaps import retry


@admin.action(description=_("Try failed pictures again"), permissions=["change"])
def retry_failed(
    model_admin: "admin.ModelAdmin[Any]", request: HttpRequest, queryset: QuerySet[ImageEmbedding]
) -> None:
    retry_and_say(model_admin, request, queryset)


def retry_and_say(
    model_admin: "admin.ModelAdmin[Any]", request: HttpRequest, embeddings: QuerySet[ImageEmbedding]
) -> None:
    """Has the failed ones among the embeddings made again, and says how many that are."""
    count = 0
    for key in set(embeddings.order_by().values_list("encoder__key", flat=True)):
        image_ids = retry(embeddings=embeddings.filter(encoder__key=key))
        enqueue.embed(image_ids, encoder_key=key)
        count += len(image_ids)
    said = ngettext("%(count)d picture is tried again.", "%(count)d pictures are tried again.", count)
    level = messages.SUCCESS if count else messages.INFO
    model_admin.message_user(request, said % {"count": count}, level)
