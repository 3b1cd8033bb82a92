"""Any mode a decoder may hand over → 8-bit sRGB on white."""

import io
from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageCms

_PROFILE_MODES: Final = {"RGB", "L", "CMYK"}
_MAX_PROFILE_BYTES: Final = 1024 * 1024
_UNSEEN: Final = 2
"""Levels of 255 that a profile may move a colour by and still not be worth applying."""


def flatten(image: Image.Image) -> Image.Image:
    """Sixteen bits made eight, transparency laid on white; mode RGB, L or CMYK, its colour profile kept."""
    if image.mode.startswith("I"):
        return _eight_bits(image)
    if image.has_transparency_data:
        return _on_white(image)
    return image if image.mode in _PROFILE_MODES else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A flattened picture as RGB, its colours converted from the embedded ICC profile if that is usable."""
    transform = None
    if profile and len(profile) <= _MAX_PROFILE_BYTES:
        transform = _transform(profile, image.mode)
    if transform is not None:
        return transform.apply(image)
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    rgba = image.convert("RGBA")
    white = Image.new("RGB", image.size, "white")
    white.paste(rgba, mask=rgba.getchannel("A"))
    return white


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way from the profile to sRGB; None when there is none, or when it changes nothing to speak of."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        transform = ImageCms.ImageCmsTransform(source, target, mode, "RGB")
    except (OSError, ValueError):
        return None
    return transform if mode != "RGB" or _is_seen(transform) else None


def _is_seen(transform: ImageCms.ImageCmsTransform) -> bool:
    levels = np.linspace(0, 255, 9, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(27, 27, 3)
    moved = np.asarray(transform.apply(Image.fromarray(colours))).astype(np.int16) - colours
    return bool(np.abs(moved).max() > _UNSEEN)
