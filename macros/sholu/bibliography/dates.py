"""Dates as exactly as they are known (EDTF, ISO 8601-2): to the day or decade, doubtful, open at an end."""

from __future__ import annotations

from sholu.values import Value

_LAST_OF_FOUR_FIGURES = 9999


class Date(Value, gc=False, order=True):
    """A date to the year, month or day; `end_*` closes a range, `is_open` leaves it open ("2019–").

    Years before ours are counted as ISO 8601 has them: 0 is 1 BC, -43 is 44 BC. `season` is 21 for spring to
    24 for winter, in place of a month, and `end_season` closes a range of two. `unspecified` is the number of
    last digits that nobody knows: of "199X" it is 1, and the date is the range from 1990 to 1999. With
    `is_open_start` the date is an end without a beginning ("/1850"), and `year` is that of the end. `hijri`
    is the same year by the calendar of the Hijra, lunar or solar, where an entry gives it: 1357/1938, and
    `end_hijri` closes a range there.
    """

    year: int
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    is_open: bool = False
    is_uncertain: bool = False
    is_approximate: bool = False
    season: int = 0
    unspecified: int = 0
    is_open_start: bool = False
    hijri: int = 0
    end_season: int = 0
    end_hijri: int = 0

    @property
    def iso(self) -> str:
        """The date by ISO 8601 as exactly as it is known: "2026-03-05", "2026"; of a range its beginning."""
        return _iso(self.year, self.month, self.day)

    @property
    def end_iso(self) -> str:
        """The end of a range as `iso` has its beginning; "" if there is none."""
        return "" if self.end_year is None else _iso(self.end_year, self.end_month, self.end_day)

    @property
    def hijra_and_ours(self) -> str:
        """The year, or years, by both calendars: "1357/1938", “1348/1929–1930”, “1374–1376/1955–1957”."""
        hijra = f"{self.hijri}–{self.end_hijri}" if self.end_hijri else str(self.hijri)
        return f"{hijra}/{self.year}–{self.end_year}" if self.end_year else f"{hijra}/{self.year}"

    @property
    def edtf(self) -> str:
        """The date as EDTF, level 1, writes it: "1770?", "199X", "2015/..", "2012-22"."""
        sign = {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
            (self.is_uncertain, self.is_approximate), ""
        )
        if self.unspecified:
            return f"{self.iso[: -self.unspecified]}{'X' * self.unspecified}{sign}"
        if self.hijri:
            return f"{self.hijra_and_ours}{sign}"
        # A year of more figures than four says so by its letter: Y-17000.
        iso = f"Y{self.iso}" if abs(self.year) > _LAST_OF_FOUR_FIGURES else self.iso
        start = f"{iso}-{self.season}{sign}" if self.season else f"{iso}{sign}"
        if self.is_open_start:
            return f"../{start}"
        if self.is_open:
            return f"{start}/.."
        end = f"{self.end_iso or self.iso}-{self.end_season}" if self.end_season else self.end_iso
        return f"{start}/{end}" if end else start


def _iso(year: int, month: int | None, day: int | None) -> str:
    parts = (f"{part:02d}" for part in (month, day if month else None) if part)
    return "-".join((f"{year:05d}" if year < 0 else f"{year:04d}", *parts))
