"""New and replaced pictures get a vector; what shoppers open, add and buy is counted."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils import timezone

from catalog.models import ProductImage
from catalog.signals import images_imported, product_opened
from shop.holder import Holder
from shop.signals import added_to_cart, order_cancelled, order_placed, personal_data_asked

from . import enqueue
from .counting import count_click
from .interaction_queue import Message, interaction_queue
from .models import InteractionKind
from .places import place_named
from .roles import set_up_roles
from .selectors.coverage import is_known
from .selectors.kept_of_shopper import kept_of_shopper
from .services.interactions import forget_shopper
from .shoppers import holder_key


def connect() -> None:
    post_save.connect(image_saved, sender=ProductImage, dispatch_uid="embed_saved_image")
    images_imported.connect(images_stored, dispatch_uid="embed_imported_images")
    product_opened.connect(opened, dispatch_uid="count_click")
    added_to_cart.connect(added, dispatch_uid="count_added")
    order_placed.connect(ordered, dispatch_uid="count_sale")
    order_cancelled.connect(ordered, dispatch_uid="count_no_sale")
    personal_data_asked.connect(asked_for_data, dispatch_uid="tell_customers_history")
    post_delete.connect(customer_gone, sender=get_user_model(), dispatch_uid="forget_customers_history")


def migrated(using: str, **kwargs: Any) -> None:
    """All apps' permissions are there by now: this is the last app that has models of its own."""
    if using == DEFAULT_DB_ALIAS:
        set_up_roles()


def image_saved(instance: ProductImage, created: bool, raw: bool, **kwargs: Any) -> None:
    """Any change but that of the picture itself leaves its vector as it is."""
    if not raw and (created or not is_known(image_id=instance.pk, digest=instance.digest)):
        enqueue.embed([instance.pk])


def images_stored(image_ids: list[int], **kwargs: Any) -> None:
    enqueue.embed(image_ids)


def opened(product_id: int, request: HttpRequest, **kwargs: Any) -> None:
    count_click(request, product_id)


def added(product_id: int, source: str, customer_id: int | None, token: UUID | None, **kwargs: Any) -> None:
    message = Message(
        kind=InteractionKind.ADDED,
        place=place_named(source),
        shopper=holder_key(Holder(customer_id, token)),
        product_ids=[product_id],
        at=timezone.now(),
    )
    interaction_queue().put(message)


def ordered(order_id: int, **kwargs: Any) -> None:
    enqueue.count_sale(order_id)


def customer_gone(instance: Any, **kwargs: Any) -> None:
    """Who deletes the account takes along what was counted under it."""
    forget_shopper(shopper=holder_key(Holder(customer_id=instance.pk)))


def asked_for_data(customer_id: int, **kwargs: Any) -> dict[str, Any]:
    return kept_of_shopper(shopper=holder_key(Holder(customer_id=customer_id)))
