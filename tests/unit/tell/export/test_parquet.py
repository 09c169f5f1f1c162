"""Parquet: typed columns that read back, ids that join, nulls where nothing is known."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

import dossiers
from rujuk.errors import ConfigError
from rujuk.tell.export import parquet as made
from rujuk.tell.export.cited import Options

pq = pytest.importorskip("pyarrow.parquet")
pa = pytest.importorskip("pyarrow")
EN = Options(language="en")


def _tables(options: Options = EN) -> dict[str, object]:
    files = made.parquet(dossiers.ferry(), options)
    return {n.removesuffix(".parquet"): pq.read_table(io.BytesIO(b)) for n, b in files.items()}


def test_columns_are_as_declared() -> None:
    tables = _tables()
    assert set(tables) == {"reports", "claims", "findings", "origins"}
    for name, table in tables.items():
        assert table.column_names == list(made.COLUMNS[name])  # type: ignore[attr-defined]
    schema = tables["claims"].schema  # type: ignore[attr-defined]
    assert schema.field("best").type == pa.float64()
    assert schema.field("as_of_earliest").type == pa.date32()
    assert schema.field("background").type == pa.bool_()
    assert schema.field("via").type == pa.list_(pa.string())
    assert not schema.field("claim").nullable


def test_rows_join_by_their_ids() -> None:
    rows = {n: t.to_pylist() for n, t in _tables().items()}  # type: ignore[attr-defined]
    reports = {r["report"]: r for r in rows["reports"]}
    findings = {f["finding"] for f in rows["findings"]}
    for c in rows["claims"]:
        text = reports[c["report"]]["title" if c["in"] == "title" else "text"]
        assert text[c["start"] : c["end"]] == c["evidence"]
        assert c["finding"] is None or c["finding"] in findings
    claims = {c["claim"] for c in rows["claims"]}
    for o in rows["origins"]:
        assert o["finding"] in findings
        assert set(o["claims"]) <= claims
    count = {f["finding"]: f["number_of_sources"] for f in rows["findings"]}
    for f, n in count.items():
        assert sum(o["finding"] == f for o in rows["origins"]) == n


def test_values_and_nulls() -> None:
    findings = _tables()["findings"].to_pylist()  # type: ignore[attr-defined]
    contested = next(f for f in findings if f["status"] == "contested")
    assert (contested["low"], contested["best"], contested["high"]) == (131.0, None, 168.0)
    assert contested["date_start"] == date(2031, 6, 5)
    pointed = _tables(Options(language="en", points="acled"))["findings"].to_pylist()  # type: ignore[attr-defined]
    assert next(f for f in pointed if f["status"] == "contested")["best"] == 131.0


@pytest.mark.parametrize("make", [dossiers.hostile, dossiers.single, dossiers.empty])
def test_extremes_read_back_and_bytes_are_the_same(make: type) -> None:
    files = made.parquet(make(), EN)
    assert files == made.parquet(make(), EN)
    for data in files.values():
        pq.read_table(io.BytesIO(data))


def test_whole_numbers_of_any_size() -> None:
    """Arrow refuses whole numbers beyond 2^53 in a column of real ones."""
    dossier = dossiers.ferry()
    place = next(n for n, m in enumerate(dossier.reports) if any(c.value for c in m.claims))
    marked = dossier.reports[place]
    claims = tuple(replace(c, value=replace(c.value, best=12_194_000_000_000_001)) if c.value else c for c in marked.claims)
    reports = (*dossier.reports[:place], replace(marked, claims=claims), *dossier.reports[place + 1 :])
    table = pq.read_table(io.BytesIO(made.parquet(replace(dossier, reports=reports), EN)["claims.parquet"]))
    assert 12_194_000_000_000_000.0 in table["best"].to_pylist()


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"rujuk\[export\]"):
        made.parquet(dossiers.ferry(), EN)
