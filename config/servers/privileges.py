"""The unprivileged account that PostgreSQL runs under: it refuses to run as root."""

import hashlib
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .server import ServerError

# initdb looks its user up by name, so the uid needs an entry in /etc/passwd: uid 1000 may have none.
UNPRIVILEGED = "nobody"
PRIVATE_HOMES = Path("/var/lib")


@dataclass(frozen=True)
class Account:
    """A command prefix that sheds root, and the folder whose owner it then is."""

    home: Path
    prefix: tuple[str, ...] = ()
    uid: int = -1
    gid: int = -1

    def prepare(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.chown(self.home, self.uid, self.gid)

    def can_run(self, program: Path) -> bool:
        """Whether the account reaches the program and its libraries, and may write to its home."""
        probe = [
            "sh",
            "-c",
            '"$1" --version && test -w "$2" && test -x "$2"',
            "probe",
            str(program),
            str(self.home),
        ]
        return subprocess.run([*self.prefix, *probe], cwd="/", capture_output=True).returncode == 0

    def has_data(self) -> bool:
        return self.home.is_dir() and any(self.home.iterdir())


def account_for(home: Path, program: Path) -> Account:
    """The account to run the program under, its home made: `home`, or a folder of its own where it must be.

    Raises ServerError when root cannot be shed.
    """
    if os.geteuid() != 0:
        account = Account(home)
        account.prepare()
        return account
    forget_orphan(home)
    for account in sorted(accounts_of_root(home), key=Account.has_data, reverse=True):
        existed = account.home.exists()
        account.prepare()
        if account.can_run(program):
            if account.home != home:
                note_of(home).write_text(f"The data are in {account.home}\n")
            return account
        if not existed:
            account.home.rmdir()
    raise ServerError(
        "PostgreSQL refuses to run as root, and neither `unshare --user` nor `setpriv` can give it another "
        "user here: run this as a normal user, or set DATABASE_URL to a PostgreSQL server with pgvector."
    )


def accounts_of_root(home: Path) -> Iterator[Account]:
    """The ways out of root that this machine has, best first."""
    nobody = pwd.getpwnam(UNPRIVILEGED)
    owner = home.stat() if home.exists() else None
    if owner and owner.st_uid != 0:  # made by a normal user, who can go on using it afterwards
        yield _demoted(home, owner.st_uid, owner.st_gid)
    elif unshare := shutil.which("unshare"):
        mapping = (f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}")
        yield Account(home, (unshare, "--user", *mapping, "--"), 0, 0)
    if shutil.which("setpriv"):
        yield _demoted(private_home(home), nobody.pw_uid, nobody.pw_gid)


def private_home(home: Path) -> Path:
    """The stand-in for a home that an unprivileged user cannot reach, one for each home."""
    return PRIVATE_HOMES / f"vitrine-{hashlib.sha256(str(home).encode()).hexdigest()[:12]}"


def note_of(home: Path) -> Path:
    """The file that tells where the data are when they are not in the home."""
    return home.with_suffix(".elsewhere")


def forget_orphan(home: Path) -> None:
    """Deletes a stand-in whose state folder was deleted: its pictures are gone, so its rows must go too."""
    if not note_of(home).exists():
        shutil.rmtree(private_home(home), ignore_errors=True)


def _demoted(home: Path, uid: int, gid: int) -> Account:
    prefix = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups", "--")
    return Account(home, prefix, uid, gid)
