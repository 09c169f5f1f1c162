"""The order of the stages: the only place that knows it.

One explicit tuple; nothing registers itself.  Every stage names what it needs and what it gives, and `check` refuses a graph in which a
stage needs what no earlier one gives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rujuk.claim.figures import find_figures
from rujuk.claim.statements import find_statements
from rujuk.errors import RujukError
from rujuk.mark.attributions import find_attributions
from rujuk.mark.credits import find_credits
from rujuk.mark.entities import find_entities
from rujuk.mark.quantities import find_quantities
from rujuk.mark.sentences import find_sentences
from rujuk.mark.times import find_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of marking a report: a pure function from named layers to one new layer.

    `requires` are passed in this order; `options` by name: `pack` (the language pack), `reference` (the days of publication), `catalog`
    (the measures).
    """

    name: str
    version: int
    run: Callable[..., Any]
    requires: tuple[str, ...]
    produces: str
    options: tuple[str, ...] = ("pack",)


STAGES: tuple[Stage, ...] = (
    Stage(name="sentences", version=1, run=find_sentences, requires=("report",), produces="sentences"),
    Stage(
        name="times",
        version=1,
        run=find_times,
        requires=("report", "sentences"),
        produces="times",
        options=("pack", "reference"),
    ),
    Stage(
        name="quantities",
        version=1,
        run=find_quantities,
        requires=("report", "sentences", "times"),
        produces="quantities",
    ),
    Stage(name="entities", version=1, run=find_entities, requires=("report", "sentences", "times"), produces="entities"),
    Stage(name="credits", version=1, run=find_credits, requires=("report", "sentences", "entities"), produces="credits"),
    Stage(
        name="attributions",
        version=1,
        run=find_attributions,
        requires=("report", "sentences", "entities", "credits"),
        produces="attributions",
    ),
    Stage(
        name="figures",
        version=1,
        run=find_figures,
        requires=("report", "sentences", "times", "quantities", "entities", "credits", "attributions"),
        produces="figures",
        options=("pack", "catalog"),
    ),
    Stage(
        name="statements",
        version=1,
        run=find_statements,
        requires=("report", "sentences", "times", "entities", "credits", "attributions"),
        produces="statements",
    ),
)


def check(stages: tuple[Stage, ...] = STAGES) -> None:
    """Check that every stage finds what it needs.

    Raises:
        RujukError: a stage needs a layer that no earlier one gives, or two give the same.
    """
    given = {"report"}
    for stage in stages:
        missing = [x for x in stage.requires if x not in given]
        if missing:
            raise RujukError(f"stage {stage.name} needs {missing}", expected=f"one of {sorted(given)}", where="engine/graph.py")
        if stage.produces in given:
            raise RujukError(f"two stages give {stage.produces}", where="engine/graph.py")
        given.add(stage.produces)
