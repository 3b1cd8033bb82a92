"""How the shop says that too few are left."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def left_of(name: str, left: int) -> str:
    """A translated sentence."""
    facts = {"name": name, "left": left}
    if not left:
        return _("%(name)s is sold out.") % facts
    return ngettext("Only %(left)d left of %(name)s.", "Only %(left)d left of %(name)s.", left) % facts
