"""How pages of single outlets are laid out: rules by domain and date, the same for every language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from rujuk.errors import PackError

_LISTS = ("body", "drop", "caption", "title", "author", "date")
_KEYS = frozenset({*_LISTS, "id", "why", "domain", "since", "until", "role"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRule:
    """One layout of an outlet's pages; selectors as `lang/outlets.toml` explains them.  It holds on days from `since` to `until`, both included."""

    id: str
    domain: str
    since: date
    until: date
    body: tuple[str, ...]
    drop: tuple[str, ...]
    caption: tuple[str, ...]
    title: tuple[str, ...]
    author: tuple[str, ...]
    date: tuple[str, ...]
    role: str | None = None


@cache
def load_outlet_rules() -> tuple[OutletRule, ...]:
    """Read `lang/outlets.toml`, in its order.

    Raises:
        PackError: a rule has a key that nobody reads, no domain or no body.
    """
    table = tomllib.loads((resources.files("rujuk.lang") / "outlets.toml").read_text(encoding="utf-8"))
    out = []
    for rule in table["rule"]:
        where = f"lang/outlets.toml: {rule.get('id')}"
        if extra := sorted(set(rule) - _KEYS):
            raise PackError(f"unknown keys {', '.join(extra)}", expected=", ".join(sorted(_KEYS)), where=where)
        if not rule.get("domain") or not rule.get("body"):
            raise PackError("no domain or no body", expected="both", where=where)
        lists = {key: tuple(rule.get(key, ())) for key in _LISTS}
        out.append(
            OutletRule(
                id=rule["id"],
                domain=rule["domain"],
                since=rule.get("since", date.min),
                until=rule.get("until", date.max),
                role=rule.get("role"),
                **lists,
            )
        )
    return tuple(out)
