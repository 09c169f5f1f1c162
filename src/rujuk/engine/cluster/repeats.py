"""Leave out what was given twice, and put together the pages of one article; by joins on digests, addresses and ids."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rujuk.engine.cluster.part import report_rows
from rujuk.engine.cluster.rows import COLUMNS, SEPARATOR, library, packed, structs, text, unpacked
from rujuk.engine.cluster.runner import Runner
from rujuk.engine.reading import again
from rujuk.model.report import Failure, Report
from rujuk.read.page_parts import joined

LAST = "\U0010ffff"
"""What is put together counts as met last."""
_KINDS: dict[str, Any] = {
    "text": "text", "bytes": "bytes", "number": "number", "real": "real", "integers": ["integer"], "numbers": ["number"],
}  # fmt: skip


def without_repeats(rows: Any, run: Runner) -> tuple[Any, Any]:
    """Part rows into one row a report, and failures (columns `source` and `body`), those among them that name what was given twice."""
    col = run.daft.col
    docs = rows.where((col("kind") == "document") & col("digest").not_null()).select("digest", "doc")
    first = docs.groupby("digest").agg(col("doc").min().alias("first"), col("doc").count().alias("times")).where(col("times") > 1)
    same = docs.join(first, on="digest").where(col("doc") != col("first")).select("doc", "first")
    told = run.step(same_bytes, run.struct(source="text", body="bytes"), batch=1000)
    same = same.select("doc", told(col("doc"), col("first"))).where(col("body").not_null()).collect()
    kept = _without(rows.where(col("kind") != "document"), same, "doc")
    whole = _articles(kept.where(col("kind") == "page"), run)
    columns = [c for c in COLUMNS if c not in ("kind", "digest", "base", "doc")]
    reports = kept.where(col("kind") == "report").select(*columns)
    if len(whole):
        reports = reports.concat(whole.where(col("kind") == "report").select(*columns))
    several = reports.select("id").groupby("id").agg(col("id").count().alias("times")).where(col("times") > 1)
    met = reports.select("id", "at", "source").join(several.select("id"), on="id")
    told = run.step(same_ids, run.struct(at=["text"], source=["text"], body=["bytes"]), batch=1000)
    lost = met.groupby("id").agg(col("at").list_agg(), col("source").list_agg().alias("from"))
    lost = lost.select(told(col("id"), col("at"), col("from"))).explode("at", "source", "body").collect()
    failures = kept.where(col("kind") == "failure").select("source", "body")
    for more in (same, whole, lost):
        if len(more):
            told_of = more.where(col("kind") == "failure") if more is whole else more
            failures = failures.concat(told_of.select("source", "body"))
    return _without(reports, lost, "at"), failures


def _without(rows: Any, dropped: Any, key: str) -> Any:
    """Leave rows out; most piles have none to leave out, and a join less is time saved in every later step."""
    return rows.join(dropped.select(key), on=key, how="anti") if len(dropped) else rows


def _articles(pages: Any, run: Runner) -> Any:
    """Put together the pages of each article."""
    col = run.daft.col
    fields: dict[str, Any] = {name: _KINDS[kind] for name, kind in COLUMNS.items()}
    put: Callable[..., Any] = run.daft.func(_whole, return_dtype=run.struct(**fields), unnest=True)
    groups = pages.groupby("base").agg(col("body").list_agg())
    made = groups.select(put(col("base").alias("address"), col("body").alias("pages")))
    return made.where(col("kind").not_null()).collect()


def _whole(base: str, pages: list[bytes]) -> Any:
    """Give the rows of the articles whose pages share an address; a generator, so that Daft makes a row of each."""
    empty = dict.fromkeys(COLUMNS)
    for n, item in enumerate(joined(unpacked(Report, p) for p in pages)):
        at = f"{LAST}{base}{SEPARATOR}{n:06d}"
        if isinstance(item, Failure):
            yield {**empty, "kind": "failure", "source": text(item.source), "body": packed(item)}
        else:
            for row in report_rows(item, at, at):
                yield {**empty, **row, "telling": row["telling"].tolist(), "shingles": row["shingles"].tolist()}


def same_bytes(docs: Any, firsts: Any) -> Any:
    """Tell of documents that have the bytes of an earlier one; nothing where both are called the same."""
    rows: list[dict[str, Any]] = []
    for doc, first in zip(docs.to_pylist(), firsts.to_pylist(), strict=True):
        source, before = (x.rpartition(SEPARATOR)[2] for x in (doc, first))
        found = Failure(source=source, stage="read", code="duplicate", detail=f"the same bytes as {before}", state="skipped")
        rows.append({"source": source, "body": None if source == before else packed(found)})
    pa = library("pyarrow")
    return structs([("source", pa.large_string()), ("body", pa.large_binary())], rows)


def same_ids(ids: Any, places: Any, sources: Any) -> Any:
    """Tell of reports that are one and the same: of each the source that comes first stays."""
    rows = []
    for _, at, source in zip(ids.to_pylist(), places.to_pylist(), sources.to_pylist(), strict=True):
        ordered = sorted(zip(at, source, strict=True))
        kept = ordered[0]
        row: dict[str, list[Any]] = {"at": [], "source": [], "body": []}
        for other in ordered[1:]:
            kept, lost = sorted((kept, other), key=lambda x: x[1])
            stub = Report(id="", source=lost[1], text="")
            row["at"].append(lost[0])
            row["source"].append(lost[1])
            row["body"].append(packed(again(stub, kept[1])))
        rows.append(row)
    pa = library("pyarrow")
    text_list, byte_list = pa.large_list(pa.large_string()), pa.large_list(pa.large_binary())
    return structs([("at", text_list), ("source", text_list), ("body", byte_list)], rows)
