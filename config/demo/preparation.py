"""What the demo does before it serves, inside one process: several would mostly import."""

import io
import secrets
from hashlib import sha256
from pathlib import Path

import django
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections

from config.servers.state import StateFolder

from .checks import check_servers
from .terminal import say

ADMIN = "admin"
CUSTOMER = "customer@example.com"
CODE = "DEMO10"
"""Takes ten per cent off, so that a visitor can try a discount."""


def prepare() -> None:
    """Raises DemoError, ImproperlyConfigured."""
    django.setup()
    check_servers()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_delivery", stdout=io.StringIO())
    collect_static()


def collect_static() -> None:
    """Compressing the static files is most of a start: it is done where one of them has changed."""
    from django.conf import settings  # known after setup only

    root = Path(settings.STATIC_ROOT)
    note = root.with_name("static-files")
    found = static_fingerprint()
    if root.is_dir() and note.exists() and note.read_text() == found:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(found)


def static_fingerprint() -> str:
    """Of every static file's name, size and time of change."""
    facts = sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    return facts.hexdigest()


def load_catalogue(state: StateFolder, folder: Path | None, products: int | None) -> None:
    """Loads what is not there yet; a catalogue that was imported before is kept alone.

    Raises CommandError when the folder cannot be imported.
    """
    note = state.root / "catalogue"
    imported = note.read_text() if note.exists() else ""
    if folder:
        say(f"Importing {folder}...")
        call_command("import_catalog", str(folder))
        note.write_text(str(folder))
    elif imported and has_products():
        say(f"The catalogue imported from {imported} is kept.")
    else:
        say("Loading the demo catalogue...")
        call_command("load_demo", **({"products": products} if products else {}))


def has_products() -> bool:
    from catalog.models import Product  # models exist after setup only

    return Product.objects.exists()


def prepare_admin(state: StateFolder) -> str:
    """Makes the administrator when there is none; returns the password, which is kept beside the data."""
    path = state.root / "admin_password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(12))
    password = path.read_text()
    users = get_user_model()
    admin = users.objects.filter(username=ADMIN).first()
    if admin is None:
        users.objects.create_superuser(ADMIN, "", password)
    elif not admin.check_password(password):
        admin.set_password(password)
        admin.save()
    return password


def prepare_customer(password: str) -> None:
    """Somebody to sign in as, with the administrator's password."""
    from allauth.account.models import EmailAddress  # models exist after setup only

    customer, is_new = get_user_model().objects.get_or_create(
        username="customer", defaults={"email": CUSTOMER}
    )
    if is_new or not customer.check_password(password):
        customer.set_password(password)
        customer.save()
    EmailAddress.objects.get_or_create(
        user=customer, email=CUSTOMER, defaults={"verified": True, "primary": True}
    )


def prepare_code() -> None:
    """A discount code; one that was changed in the admin stays as it is."""
    from shop.models import Coupon  # models exist after setup only

    Coupon.objects.get_or_create(code=CODE, defaults={"kind": "percent", "percent": 10})


def leave_database() -> None:
    """The demo itself needs it no more."""
    connections.close_all()
