"""How large a picture may be, and how long one may wait for its turn."""

from dataclasses import dataclass

from catalog.imaging.sniff import Format


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What `open_picture` accepts.

    The pixel caps follow the largest cameras of each kind: 108 MP ones write 12032 × 9024, 50 MP ones
    8192 × 6144. PNG and WebP cannot be decoded small, so theirs is lower.
    """

    max_bytes: int = 25 * 1024 * 1024
    jpeg_pixels: int = 12032 * 9024
    heic_pixels: int = 8192 * 6144
    png_pixels: int = 4096 * 4096
    webp_pixels: int = 4096 * 4096
    min_side: int = 16
    """Pixels of the shorter side; below this nothing is left to compare."""
    wait_seconds: float = 5.0
    """How long to wait for a free core before PictureBusy."""

    def pixel_cap(self, fmt: Format) -> int:
        """The largest width × height accepted in this format."""
        caps = {
            Format.JPEG: self.jpeg_pixels,
            Format.HEIC: self.heic_pixels,
            Format.PNG: self.png_pixels,
            Format.WEBP: self.webp_pixels,
        }
        return caps[fmt]


UPLOAD = Limits()
"""For files that come from outside: shoppers' photos, merchants' images, imported folders."""
