"""What a person decided about stories: reports that are one story, and reports that stand apart.  Kept on every run."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.errors import ConfigError
from rujuk.relate.naming import anchored


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`merge`: the stories that these are in become one.  `split`: these reports leave their stories and form one of their own."""

    what: str
    these: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Decisions in the order in which they hold: a later one wins."""

    decisions: tuple[Decision, ...] = ()

    @property
    def any(self) -> bool:
        """Say whether there are any."""
        return bool(self.decisions)


def read_decisions(text: str, *, where: str) -> Decisions:
    """Read a decisions file: TOML with tables `[[merge]]` and `[[split]]`, each a list `these` of ids.

    Merges hold before splits.

    Raises:
        ConfigError: the text is no TOML, or a table is not as it must be; all problems at once.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise ConfigError(f"no TOML: {e}", where=where, expected="[[merge]] and [[split]] tables", code="decisions") from e
    problems = [f"unknown table {name!r}" for name in table if name not in ("merge", "split")]
    found = []
    for what in ("merge", "split"):
        rows = table.get(what, [])
        for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
            these = row.get("these") if isinstance(row, dict) else None
            kinds = ("report:",) if what == "split" else ("report:", "story:")
            if not isinstance(these, list) or not all(isinstance(x, str) and x.startswith(kinds) for x in these):
                problems.append(f"{what} {number}: `these` is no list of {' or '.join(k[:-1] for k in kinds)} ids")
            elif len(these) < (2 if what == "merge" else 1):
                problems.append(f"{what} {number}: `these` names too few")
            else:
                found.append(Decision(what=what, these=tuple(these)))
    if problems:
        raise ConfigError(
            "; ".join(problems), where=where, expected='[[merge]] these = ["story:…", "report:…"]', code="decisions"
        )
    return Decisions(decisions=tuple(found))


def decide(groups: Sequence[Sequence[str]], decisions: Decisions) -> list[list[str]]:
    """Apply decisions to groups of reports.

    A story id stands for the story that holds the report it was called after, so it holds good when the story grows, is merged, or is called
    otherwise.  Ids of nothing that is there are passed over.
    """
    now = [set(g) for g in groups]
    if not decisions.any:
        return sorted(sorted(g) for g in now)
    anchors = {anchored(r): r for g in now for r in g}
    for decision in decisions.decisions:
        these = {anchors.get(x, x) for x in decision.these}
        met = [g for g in now if g & these]
        if not met:
            continue
        rest = [g for g in now if not g & these]
        if decision.what == "merge":
            now = [*rest, set().union(*met)]
        else:
            apart = set().union(*met) & these
            now = [*rest, *(left for g in met if (left := g - apart)), apart]
    return sorted(sorted(g) for g in now)
