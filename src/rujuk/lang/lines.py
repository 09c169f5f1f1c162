"""Words by which a line of a page gives away who speaks in it: the report, the page to its reader, or its readers to each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """Casefolded words: `reader` of a page that talks to its reader, `social` of posts and comments, `telling` of reports."""

    reader: frozenset[str]
    social: frozenset[str]
    telling: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table, where = pack.table("lines"), f"lang/{pack.code}/lines.toml"
        return cls(
            reader=frozenset(words_of(table, "reader", where=where)),
            social=frozenset(words_of(table, "social", where=where)),
            telling=frozenset(words_of(table, "telling", where=where)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWeights:
    """Weights of a linear-chain tagger with two labels: for each feature, and for going on or changing, how far it speaks for the report.

    `features` maps names of `read/line_features.py` to the weight for "of the report" less that for "not"; `steps` are
    the weights of (not, not), (not, report), (report, not), (report, report).
    """

    features: dict[str, float]
    steps: tuple[float, float, float, float]


@cache
def load_line_weights() -> LineWeights:
    """Read `lang/lines.tsv`, which `training/train_lines.py` writes; it is the same for every language.

    Raises:
        PackError: the weights of the steps are missing.
    """
    found: dict[str, float] = {}
    for line in (resources.files("rujuk.lang") / "lines.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, _, weight = line.partition("\t")
            found[name] = float(weight)
    try:
        steps = (found.pop("step:00"), found.pop("step:01"), found.pop("step:10"), found.pop("step:11"))
    except KeyError as e:
        raise PackError(f"no weight for {e}", expected="step:00 to step:11", where="lang/lines.tsv") from e
    return LineWeights(features=found, steps=steps)
