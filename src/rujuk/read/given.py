"""Head data that somebody states beside a text: front matter, fields of a JSON line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rujuk.model.report import Basis, Outlet, Published
from rujuk.model.span import Days
from rujuk.read.dates import day_in_address, read_moment, stamp_in_address
from rujuk.read.outlets import make_outlet
from rujuk.text.clean import clean_line

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_DAY_FIRST_HOMES = frozenset(
    {"id", "uk", "au", "nz", "in", "za", "ie", "my", "sg", "ke", "ng", "gh", "pk", "bd", "lk", "de", "fr", "it", "es", "nl"}
)
"""Top-level domains of countries that write the day before the month.  Source: Unicode CLDR short date patterns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Stated head data, checked; `title` is None where none is stated and empty where it is stated to be empty."""

    title: str | None = None
    outlet: Outlet | None = None
    url: str | None = None
    published: Published | None = None
    modified: str | None = None
    bylines: tuple[str, ...] = ()
    language: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def day_first(self) -> bool | None:
        """Whether numeric dates beside this put the day first, as far as the outlet's country or the language tells."""
        if self.language and self.language.split("-")[0] not in ("en", "und"):
            return True
        domain = self.outlet.domain if self.outlet else None
        ending = domain.rsplit(".", 1)[-1] if domain else ""
        return True if ending in _DAY_FIRST_HOMES else None


def checked(values: dict[str, object]) -> Given:
    """Check stated head data; what cannot be used becomes a warning."""
    from rujuk.read.heads import split_names

    warnings: list[str] = []
    address = values.get("url")
    url = clean_line(address) if isinstance(address, str) else ""
    title = values.get("title")
    outlet = values.get("outlet")
    if isinstance(outlet, dict):
        made = make_outlet(outlet.get("name"), outlet.get("domain"), url=url)
    else:
        made = make_outlet(outlet, values.get("domain"), url=url)
    language = None
    stated = values.get("language")
    if isinstance(stated, str) and stated.strip():
        m = _TAG.fullmatch(stated.strip())
        if m:
            language = "id" if m[1].lower() == "in" else m[1].lower()
        else:
            warnings.append(f"language {stated.strip()[:40]!r} is no BCP 47 tag")
    author = values.get("author")
    names: tuple[str, ...] = ()
    if isinstance(author, str):
        names = split_names(clean_line(author))
    elif isinstance(author, list | tuple):
        names = split_names([clean_line(a) for a in map(_author, author) if a])
    given = Given(
        title=clean_line(title) if isinstance(title, str) else None,
        outlet=made,
        url=url or None,
        bylines=names,
        language=language,
    )
    published = _published(values.get("published"), given, warnings)
    modified = values.get("modified")
    later = (
        read_moment(clean_line(modified), day_first=given.day_first) if isinstance(modified, str) and modified.strip() else None
    )
    return Given(
        title=given.title,
        outlet=made,
        url=given.url,
        published=published,
        modified=(later.local or later.days.earliest.isoformat()) if later else None,
        bylines=names,
        language=language,
        warnings=tuple(warnings),
    )


def _author(item: object) -> str | None:
    name = item.get("name") if isinstance(item, dict) else item
    return name if isinstance(name, str) else None


def _published(value: object, given: Given, warnings: list[str]) -> Published | None:
    if isinstance(value, dict):
        return _interval(value, warnings)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value))
    if not isinstance(value, str) or not value.strip():
        return None
    moment = read_moment(clean_line(value), day_first=given.day_first)
    if moment is None:
        warnings.append(f"publication date {clean_line(value)[:60]!r} is no date")
        return None
    stamp = stamp_in_address(given.url)
    if (
        stamp
        and moment.local is None
        and 0 < abs((stamp.days.earliest - moment.days.earliest).days) <= 1
        and not moment.days.width
    ):
        # a bare day beside the outlet's own stamp, a day off: it was shifted by a time zone on its way
        warnings.append(f"stated day {moment.days.earliest} gives way to the time in the address, {stamp.local}")
        return stamp.published(Basis.URL)
    return moment.published(Basis.METADATA)


def _interval(value: dict[str, object], warnings: list[str]) -> Published | None:
    """Read the contract's own form of a publication day."""
    if value.get("earliest") is None and value.get("latest") is None:
        return None
    try:
        earliest = date.fromisoformat(str(value.get("earliest") or value.get("latest"))[:10])
        latest = date.fromisoformat(str(value.get("latest") or value.get("earliest"))[:10])
        days = Days(earliest=earliest, latest=latest)
        basis = Basis(str(value.get("basis") or "metadata"))
    except ValueError as e:
        warnings.append(f"publication interval cannot be used: {e}")
        return None
    local = value.get("local")
    if isinstance(local, str) and (moment := read_moment(local)) is not None:
        local = moment.local
    clue = value.get("clue")
    return Published(
        days=days, basis=basis, local=local if isinstance(local, str) else None, clue=clue if isinstance(clue, str) else None
    )


def from_address(url: str | None) -> Published | None:
    """Give the day of publication that an address states."""
    day = day_in_address(url)
    return Published(days=Days.on(day), basis=Basis.URL) if day else None
