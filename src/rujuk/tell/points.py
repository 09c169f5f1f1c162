"""Numbers in place of vague words and ranges, for those whose tables have room for one number only.

Nothing of this is the default: "dozens" is an interval, and a contested figure has no best value.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from rujuk.model.story import Estimate, Status

RULES = ("acled",)
"""Names of the rules, as `--points` takes them."""


@cache
def _table(rule: str) -> dict[str, dict[str, Any]]:
    text = resources.files("rujuk.tell").joinpath("points.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = tomllib.loads(text)[rule]
    return table


def pointed(estimate: Estimate, status: Status, rule: str | None) -> Estimate:
    """Give the estimate with a best value where it has none, and the name of what put it there.

    A vague word gets its point ("dozens" 12), which becomes the low end too where it lies below it; what is contested, and any other range, gets the
    lowest number that is said.  An estimate with a best value, or without any number, stays as it is; so does everything without a rule.
    """
    if rule is None or estimate.best is not None or estimate.low is None:
        return estimate
    high = estimate.high
    key = f"{estimate.low:.0f}-{high:.0f}" if high is not None else ""
    entry = _table(rule).get(key) if status != Status.CONTESTED else None
    if entry is None:
        return replace(estimate, best=estimate.low, rule=f"{rule}: lowest number said")
    point = float(entry["point"])
    return replace(estimate, low=min(estimate.low, point), best=point, rule=f"{rule}: {entry['word']}")
