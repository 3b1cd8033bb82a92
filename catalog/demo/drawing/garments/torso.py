"""What all tops have in common."""

from dataclasses import dataclass

from ..outline import Half


@dataclass(frozen=True)
class Torso:
    """Widths are half widths. The shoulder line runs from (neck, 116) to (shoulder, 142)."""

    neck: float = 52
    depth: float = 44
    shoulder: float = 132
    chest: float = 128
    waist: float = 122
    hem: float = 130
    bottom: float = 640

    def outline(self) -> str:
        return self._half().closed()

    def neckline(self, grow: float = 0) -> str:
        """The edge of the neck as an open path, `grow` px below."""
        return self._neck(grow).both()

    def collar(self, width: float) -> str:
        """A band along the neck."""
        inner, outer = self._neck(0), self._neck(width)
        band = Half(inner.start).curve((self.neck * 0.6, inner.start[1]), (self.neck, 150), (self.neck, 116))
        band.line(self.neck + width * 0.75, 121)
        band.curve((self.neck + width * 0.6, 158), (self.neck * 0.62, outer.start[1]), (0, outer.start[1]))
        return band.closed()

    def back(self) -> str:
        """The inside of the back that is seen through the neck."""
        back = Half((0, 112)).curve((self.neck * 0.6, 112), (self.neck * 0.9, 113), (self.neck, 116))
        back.curve((self.neck, 150), (self.neck * 0.6, 116 + self.depth), (0, 116 + self.depth))
        return back.closed()

    def short_sleeve(self, length: float, flare: float = 0) -> str:
        end_x, end_y = self.shoulder + 88 + flare, 190 + length
        sleeve = Half((self.shoulder - 14, 139))
        sleeve.curve((self.shoulder + 34, 148), (self.shoulder + 62, 190), (end_x, end_y))
        sleeve.curve((end_x - 18, end_y + 14), (end_x - 50, end_y + 24), (end_x - 70, end_y + 24))
        sleeve.curve((self.chest + 8, 290), (self.chest, 268), (self.chest - 12, 240))
        return sleeve.shape()

    def long_sleeve(self, end: float = 590, wide: float = 52) -> str:
        out = self.shoulder + 84
        sleeve = Half((self.shoulder - 14, 139))
        sleeve.curve((self.shoulder + 44, 152), (out - 20, 250), (out, end - 130))
        sleeve.curve((out + 3, end - 80), (out + 2, end - 40), (out - 1, end))
        sleeve.curve((out - 15, end + 6), (out - wide + 12, end + 7), (out - wide, end + 2))
        sleeve.curve((out - wide - 6, end - 150), (self.chest + 14, 330), (self.chest - 12, 240))
        return sleeve.shape()

    def cuff(self, end: float = 590, wide: float = 52, height: float = 34) -> str:
        out = self.shoulder + 84
        cuff = Half((out, end - 4)).line(out - 3, end + height)
        cuff.curve(
            (out - 18, end + height + 7),
            (out - wide + 16, end + height + 7),
            (out - wide + 6, end + height + 1),
        )
        return cuff.line(out - wide, end - 2).shape()

    def band(self, height: float) -> str:
        """The hem of a sweatshirt."""
        top, low = self.bottom - 6, self.bottom + height
        band = Half((0, top + 8)).curve((60, top + 8), (self.hem - 30, top + 4), (self.hem, top))
        band.line(self.hem - 4, low)
        return band.curve((self.hem - 40, low + 8), (60, low + 10), (0, low + 10)).closed()

    def armhole(self) -> str:
        seam = Half((self.shoulder, 142))
        return seam.curve((self.shoulder - 16, 190), (self.chest - 12, 230), (self.chest - 1, 262)).both()

    def folds(self) -> tuple[str, ...]:
        """Cloth pulls from the armpits to the waist."""
        pull = Half((self.chest - 8, 276)).curve((self.chest - 30, 330), (70, 380), (46, 470))
        drop = Half((self.waist - 18, 420)).curve((80, 480), (88, 560), (70, self.bottom))
        return pull.both(), drop.both()

    def _neck(self, grow: float) -> Half:
        low = 116 + self.depth + grow
        neck = Half((0, low))
        return neck.curve(
            (self.neck * 0.6, low), (self.neck + grow * 0.6, 150), (self.neck + grow * 0.7, 116 + grow * 0.2)
        )

    def _half(self) -> Half:
        half = self._neck(0)
        half.line(self.shoulder, 142)
        half.curve((self.shoulder - 16, 190), (self.chest - 12, 230), (self.chest, 264))
        half.curve((self.chest + 2, 330), (self.waist, 380), (self.waist, 440))
        half.curve((self.waist, 520), (self.hem, 580), (self.hem, self.bottom))
        return half.curve((self.hem - 40, self.bottom + 9), (60, self.bottom + 10), (0, self.bottom + 10))
