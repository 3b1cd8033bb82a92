"""A Display P3 profile like the ones that phones embed, built tag by tag."""

import struct

_D50 = (0.9642, 1.0, 0.8249)
_P3_COLORANTS = {
    b"rXYZ": (0.51512, 0.2412, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.1571, 0.06657, 0.78407),
}
_SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def display_p3() -> bytes:
    """An ICC version 4 matrix profile with the primaries of Display P3 and the tone curve of sRGB."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + b"".join(map(_fixed, _SRGB_CURVE))
    tags = {
        b"desc": _text("Display P3"),
        b"cprt": _text("Public domain"),
        b"wtpt": _xyz(_D50),
        **{name: _xyz(value) for name, value in _P3_COLORANTS.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    header = struct.pack(
        ">I4xI4s4s4s12s4s4xI4xI8xI12s48x",
        start + len(body), 0x04000000, b"mntr", b"RGB ", b"XYZ ", b"", b"acsp", 0, 0, 0, b"",
    )  # fmt: skip
    header = header[:68] + b"".join(map(_fixed, _D50)) + header[80:]
    return header[:128] + table + body


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, value))


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(encoded), 28) + encoded
