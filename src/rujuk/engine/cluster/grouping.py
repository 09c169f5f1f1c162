"""Which reports tell the same story: those that hang together are grouped by one worker, as one machine would group them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from rujuk.engine.cluster.comparing import likely
from rujuk.engine.cluster.components import components
from rujuk.engine.cluster.rows import library, number_of_id, structs
from rujuk.engine.cluster.runner import Runner
from rujuk.relate.decisions import Decisions, decide
from rujuk.relate.naming import anchored, moment, name_groups
from rujuk.relate.stories import link, prior


def find_stories(reports: Any, count: int, decisions: Decisions, run: Runner, jobs: int, *, few: bool) -> Any:
    """Give each report (`id`, `number`) its `story`; `few` reports are grouped by one worker."""
    col = run.daft.col
    odds = likely(reports, count, run, jobs)
    members = reports.select("id", "number", "day")
    if few:
        zero = run.daft.lit(0).cast(run.daft.DataType.uint64()).alias("root")
        members, inner = members.with_column("root", zero), odds.with_column("root", zero)
    else:
        odds = odds.collect()
        edges = odds.where(col("joins") == 1).select("a", "b")
        roots = components(_with_tied(edges, reports, decisions, run), run)
        members = members.join(roots, on="number", how="left").with_column("root", col("root").fill_null(col("number")))
        placed = roots.concat(roots.select(col("root").alias("number"), "root").distinct())
        here = odds.join(placed.select(col("number").alias("a"), "root"), on="a")
        there = here.join(placed.select(col("number").alias("b"), col("root").alias("other")), on="b")
        inner = there.where(col("root") == col("other"))
    about = inner.groupby("root").agg(col("a").list_agg(), col("b").list_agg(), col("odds").list_agg())
    whole = members.groupby("root").agg(col("id").list_agg(), col("day").list_agg())
    tasks = whole.join(about, on="root", how="left")

    def grouped(idents: Any, days: Any, a: Any, b: Any, odds: Any) -> Any:
        return _grouped(idents, days, a, b, odds, count, decisions)

    step = run.step(grouped, run.struct(id=["text"], number=["number"], story=["text"]), batch=1000)
    told = tasks.select(step(col("id"), col("day"), col("a"), col("b"), col("odds")))
    return told.explode("id", "number", "story")


def _grouped(idents: Any, days: Any, a: Any, b: Any, odds: Any, count: int, decisions: Decisions) -> Any:
    rows = []
    columns = (c.to_pylist() for c in (idents, days, a, b, odds))
    for ids, moments, ones, others, values in zip(*columns, strict=True):
        order = sorted(range(len(ids)), key=lambda i: ids[i])
        place = {number_of_id(ids[i]): n for n, i in enumerate(order)}
        likeness = {(place[x], place[y]): v for x, y, v in sorted(zip(ones or (), others or (), values or (), strict=True))}
        groups = [[ids[order[n]] for n in g] for g in link(len(ids), likeness, prior(count))]
        when = {i: moment(i, d) for i, d in zip(ids, moments, strict=True)}
        stories = name_groups(decide(groups, decisions), when).stories
        found = [(i, story) for story, members in sorted(stories.items()) for i in members]
        rows.append({"id": [i for i, _ in found], "number": [number_of_id(i) for i, _ in found], "story": [s for _, s in found]})
    pa = library("pyarrow")
    texts = pa.large_list(pa.large_string())
    return structs([("id", texts), ("number", pa.large_list(pa.uint64())), ("story", texts)], rows)


def _with_tied(edges: Any, reports: Any, decisions: Decisions, run: Runner) -> Any:
    tied = _tied(reports, decisions, run)
    if not tied:
        return edges
    number = run.daft.DataType.uint64()
    frame = run.daft.from_pydict({"a": [a for a, _ in tied], "b": [b for _, b in tied]})
    return edges.concat(frame.select(run.daft.col("a").cast(number), run.daft.col("b").cast(number)))


def _tied(reports: Any, decisions: Decisions, run: Runner) -> list[tuple[int, int]]:
    """Tie the reports that one decision names, so that one worker sees them together; what a person decides is little."""
    named = sorted({x for d in decisions.decisions for x in d.these})
    if not named:
        return []
    col = run.daft.col
    called = run.step(_called, run.struct(story="text"), batch=1000)
    listed = reports.select("id", called(col("id"))).where(col("id").is_in(named) | col("story").is_in(named)).to_pydict()
    of: dict[str, int] = {}
    for ident, story in zip(listed["id"], listed["story"], strict=True):
        of[ident] = of[story] = number_of_id(ident)
    tied = []
    for decision in decisions.decisions:
        met = sorted({of[x] for x in decision.these if x in of})
        tied += list(pairwise(met))
    return tied


def _called(idents: Any) -> Any:
    return structs([("story", library("pyarrow").large_string())], [{"story": anchored(i)} for i in idents.to_pylist()])
