"""ZIP files, good and bad."""

import io
import stat
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def packed(files: Mapping[str, bytes], *, link: str = "") -> bytes:
    """`link` is the name of a symbolic link to /etc/passwd."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        if link:
            info = ZipInfo(link)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()
