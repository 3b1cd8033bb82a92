from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import enqueue
from ..models import OutgoingMail
from .reading import ReadOnlyAdmin


@admin.register(OutgoingMail)
class OutgoingMailAdmin(ReadOnlyAdmin):
    list_display = ["order", "kind", "due_at", "sent_at", "attempts", "error"]
    list_filter = ["kind", "sent_at"]
    list_select_related = ["order"]
    search_fields = ["order__number", "order__email"]
    actions = ["send_again"]

    @admin.action(description=_("Send what was not sent yet, now"), permissions=["view"])
    def send_again(self, request: HttpRequest, mails: QuerySet[OutgoingMail]) -> None:
        mails.filter(sent_at=None).update(due_at=timezone.now(), attempts=0)
        enqueue.mails()
