"""Small folders to import."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.factories import make_jpeg

OWN_HEADER = "external_id,title,category,type,colour,size,price,stock,images"
FASHION_HEADER = (
    "id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage,productDisplayName"
)


def own_folder(
    root: Path, *rows: str, header: str = OWN_HEADER, pictures: Iterable[str] = ("a.jpg",)
) -> Path:
    """A folder in our own columns; each picture is another one."""
    return _folder(root, "products.csv", [header, *rows], {name: seed for seed, name in enumerate(pictures)})


def fashion_folder(root: Path, *rows: str) -> Path:
    """A folder in the layout of the public set, with `ID.jpg` for each row."""
    names = {f"{row.split(',')[0]}.jpg": seed for seed, row in enumerate(rows)}
    return _folder(root, "styles.csv", [FASHION_HEADER, *rows], names)


def fashion_rows(count: int) -> list[str]:
    return [
        f"{number},Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2011,Casual,Plain shirt {number}"
        for number in range(1, count + 1)
    ]


def _folder(root: Path, table: str, lines: list[str], pictures: Mapping[str, int]) -> Path:
    (root / "images").mkdir(parents=True, exist_ok=True)
    (root / table).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, seed in pictures.items():
        (root / "images" / name).write_bytes(make_jpeg(seed=seed))
    return root
