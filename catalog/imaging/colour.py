"""Any mode a decoder may hand over → 8-bit RGB on white."""

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

_PROFILE_MODES = {"RGB", "L", "CMYK"}
_MAX_PROFILE_BYTES = 2 * 1024 * 1024


def to_rgb(image: Image.Image) -> Image.Image:
    """Sixteen bits made eight, transparency laid on white, an embedded colour profile applied."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        return _eight_bits(image).convert("RGB")
    if image.has_transparency_data:
        image = _on_white(image)
    elif image.mode not in _PROFILE_MODES:
        image = image.convert("RGB")
    return _to_srgb(image, profile) if profile else _plain(image)


def _plain(image: Image.Image) -> Image.Image:
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    return Image.fromarray((np.asarray(image).astype(np.int64) >> 8).clip(0, 255).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    rgba = image.convert("RGBA")
    white = Image.new("RGB", image.size, "white")
    white.paste(rgba, mask=rgba.getchannel("A"))
    return white


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    transform = _transform(profile, image.mode) if len(profile) <= _MAX_PROFILE_BYTES else None
    if transform is None:
        return _plain(image)
    return transform.apply(image)


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        return ImageCms.ImageCmsTransform(source, target, mode, "RGB")
    except (OSError, ValueError):
        return None
