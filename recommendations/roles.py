"""Who works in the shop: four groups, whose rights are these after every `migrate`.

A right that is given to one of them by hand is taken back then: who needs other rights is put into a group of
another name, beside or instead. A new model falls under its app's rule by itself.
"""

from dataclasses import dataclass, field
from typing import Final

from django.contrib.auth.models import Group, Permission

SECRETS: Final = frozenset({"merchanttoken", "webhook", "webhookdelivery"})
"""Whoever sees or makes these can speak for the shop."""
_IMPORTS: Final = frozenset({"importjob", "importline"})
"""Their reports say what things cost the shop, which only who may change products sees."""
_TERMS: Final = frozenset({"coupon", "shippingmethod", "shippingrate", "taxrate"})
_PEOPLE: Final = frozenset({"user", "group", "emailaddress"})


@dataclass(frozen=True)
class Role:
    """`works_in` and `looks_at` are apps, `only_looks_at` and `never_sees` models within them."""

    name: str
    works_in: frozenset[str] = frozenset()
    looks_at: frozenset[str] = frozenset()
    only_looks_at: frozenset[str] = frozenset()
    never_sees: frozenset[str] = SECRETS
    besides: frozenset[str] = field(default=frozenset())
    """Models of other apps that are worked with, too."""

    def may(self, permission: Permission) -> bool:
        app, model = permission.content_type.app_label, permission.content_type.model
        looks = permission.codename == f"view_{model}"
        if model in self.never_sees:
            return False
        if model in self.only_looks_at:
            return looks
        return app in self.works_in or model in self.besides or (looks and app in self.looks_at)


_OURS: Final = frozenset({"catalog", "shop", "recommendations"})
ROLES: Final = (
    Role("Owner", works_in=_OURS, never_sees=frozenset(), besides=_PEOPLE),
    Role(
        "Catalogue editor",
        works_in=frozenset({"catalog", "recommendations"}),
        only_looks_at=frozenset({"encoder", "encoderswitch", "stockmovement"}),
    ),
    Role(
        "Order desk",
        works_in=frozenset({"shop"}),
        looks_at=frozenset({"catalog"}),
        only_looks_at=_TERMS,
        never_sees=SECRETS | _IMPORTS,
    ),
    Role("Read only", looks_at=_OURS, never_sees=SECRETS | _IMPORTS),
)


def set_up_roles() -> None:
    """Makes the groups, and gives each its rights, no more and no fewer."""
    permissions = list(Permission.objects.select_related("content_type"))
    for role in ROLES:
        group, _made = Group.objects.get_or_create(name=role.name)
        group.permissions.set([permission for permission in permissions if role.may(permission)])
