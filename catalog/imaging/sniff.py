"""The format of a file by its first bytes. Names and declared types are never asked: anyone can type them."""

from enum import StrEnum

from catalog.imaging.errors import PictureError


class Format(StrEnum):
    """The formats that are ever handed to a decoder."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    HEIC = "HEIC"


_WEB_EXTENSIONS = {Format.JPEG: ".jpg", Format.PNG: ".png", Format.WEBP: ".webp"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
_HEIC_SEQUENCE_BRANDS = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}

_OTHER_PICTURES = (
    *(b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"8BPS", b"\x00\x00\x01\x00", b"\xff\x0a", b"\xff\x4f\xff\x51"),
    *(b"%!PS", b"\xc5\xd0\xd3\xc6", b"\x00\x00\x00\x0cJXL ", b"\x00\x00\x00\x0cjP  "),
)
_HEAD_BYTES = 1024


def sniff(data: bytes) -> Format:
    """The format of `data`, from the allow-list; PictureError for everything else."""
    if not data:
        raise PictureError("empty")
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return Format.HEIC
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_SEQUENCE_BRANDS:
        raise PictureError("animated")
    raise PictureError("unsupported_format" if _is_other_picture(data) else "not_a_picture")


def web_extension(data: bytes) -> str:
    """The file extension, with its dot, under which a browser shows `data` as the picture that it is.

    Raises PictureError, also for a format that most browsers cannot show (code `not_for_the_web`).
    """
    extension = _WEB_EXTENSIONS.get(sniff(data))
    if extension is None:
        raise PictureError("not_for_the_web")
    return extension


def _is_other_picture(data: bytes) -> bool:
    head = data[:_HEAD_BYTES].lower()
    is_avif = data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"}
    is_svg = b"<svg" in head and b"<html" not in head
    return is_avif or is_svg or data.startswith(_OTHER_PICTURES)
