"""A dossier as four Parquet tables with typed columns: reports, claims, findings, origins.

Days are two date columns, `..._earliest` and `..._latest`; unknown is null; lists are lists.  Ids join the tables.

Source: Apache Parquet; the columns are those of claims.csv and findings.csv, with UCDP GED's words where it has them.
"""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

from rujuk.errors import ConfigError
from rujuk.model.dossier import Dossier
from rujuk.model.span import Days, Where
from rujuk.tell.claims import outlet_name
from rujuk.tell.export.cited import Options
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import groups
from rujuk.tell.points import pointed
from rujuk.tell.tables import behind, country, date_precision, where_precision

COLUMNS: dict[str, dict[str, str]] = {
    "reports": {
        "report": "text!", "story": "text", "source": "text!", "url": "text", "outlet": "text", "domain": "text", "title": "text",
        "bylines": "texts", "language": "text!", "published_earliest": "day", "published_latest": "day", "published_local": "text",
        "published_basis": "text", "characters": "count!", "text": "text!",
    },
    "claims": {
        "claim": "text!", "report": "text!", "story": "text", "finding": "text", "kind": "text!", "measure": "text", "low": "number",
        "best": "number", "high": "number", "mod": "text", "unit": "text", "counted": "text", "part": "text", "place": "text", "place_id": "text",
        "as_of_earliest": "day", "as_of_latest": "day", "polarity": "text!", "modality": "text!", "background": "yes!", "increment": "yes!",
        "source": "text", "source_kind": "text", "carried": "yes", "via": "texts", "evidence": "text!", "start": "count!", "end": "count!",
        "in": "text!", "rule": "text!",
    },
    "findings": {
        "finding": "text!", "story": "text!", "kind": "text!", "measure": "text", "part": "text", "place": "text", "place_id": "text",
        "country": "text", "background": "yes!", "status": "text!", "low": "number", "best": "number", "high": "number", "unit": "text",
        "best_rule": "text", "date_start": "day", "date_end": "day", "number_of_sources": "count!", "reports": "count!",
        "source_original": "texts", "source_office": "texts", "where_prec": "count", "date_prec": "count", "question_id": "text!",
        "question_en": "text!", "summary_id": "text!", "summary_en": "text!", "rule": "text", "weight": "number!", "whole": "text",
    },
    "origins": {
        "finding": "text!", "story": "text!", "position": "count!", "name": "text!", "kind": "text!", "merged": "texts", "via": "texts",
        "claims": "texts", "reports": "texts",
    },
}  # fmt: skip
"""Tables and their columns: `text`, `texts` (a list), `day`, `number`, `count`, `yes` (true or false); `!` is never null."""


def parquet(dossier: Dossier, options: Options) -> dict[str, bytes]:
    """Write the tables, a file each.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    pa, pq = _library("pyarrow"), _library("pyarrow.parquet")
    out = {}
    for name, rows in tables(dossier, options).items():
        table = pa.Table.from_pylist([_real(row, name) for row in rows], schema=_schema(name, pa))
        file = io.BytesIO()
        pq.write_table(table, file, compression="zstd", version="2.6")
        out[f"{name}.parquet"] = file.getvalue()
    return out


def tables(dossier: Dossier, options: Options) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of the four tables, in the order of the dossier."""
    lookup = Lookup.of(dossier)
    story_of = {r: s.id for s in dossier.stories for r in s.reports}
    finding_of = {c: f.id for s in dossier.stories for f in s.findings for c in f.claims}
    out: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for marked in dossier.reports:
        r = marked.report
        out["reports"].append(
            {
                "report": r.id, "story": story_of.get(r.id), "source": r.source, "url": r.url, "outlet": outlet_name(r),
                "domain": r.outlet.domain if r.outlet else None, "title": r.title, "bylines": list(r.bylines), "language": r.language,
                **_days("published", r.published.days if r.published else None), "published_local": r.published.local if r.published else None,
                "published_basis": r.published.basis.value if r.published else None, "characters": len(r.text), "text": r.text,
            }
        )  # fmt: skip
        for c in marked.claims:
            v, s, p = c.value, c.source, c.place
            out["claims"].append(
                {
                    "claim": c.id, "report": r.id, "story": story_of.get(r.id), "finding": finding_of.get(c.id), "kind": c.kind.value,
                    "measure": c.measure, "low": v.low if v else None, "best": v.best if v else None, "high": v.high if v else None,
                    "mod": v.mod.value if v else None, "unit": v.unit if v else None, "counted": c.counted, "part": c.part,
                    "place": p.name if p else None, "place_id": p.id if p else None, **_days("as_of", c.as_of), "polarity": c.polarity.value,
                    "modality": c.modality.value, "background": c.background, "increment": c.increment, "source": s.name if s else None,
                    "source_kind": s.kind.value if s else None, "carried": s.carried if s else None, "via": list(c.via),
                    "evidence": c.evidence.exact, "start": c.evidence.start, "end": c.evidence.end,
                    "in": "title" if c.evidence.where == Where.TITLE else "text", "rule": c.rule,
                }
            )  # fmt: skip
    for story in dossier.stories:
        for f in (f for g in groups(story) for f in g.findings):
            e = pointed(f.estimate, f.status, options.points) if f.estimate else None
            days, homes, p = e.as_of if e else None, behind(f, lookup), f.place
            rule = next((r.code for r in f.reasons if r.code.startswith(("rule-", "statement-"))), None)
            out["findings"].append(
                {
                    "finding": f.id, "story": story.id, "kind": f.kind.value, "measure": f.measure, "part": f.part,
                    "place": p.name if p else None, "place_id": p.id if p else None, "country": country(p), "background": f.background,
                    "status": f.status.value, "low": e.low if e else None, "best": e.best if e else None, "high": e.high if e else None,
                    "unit": e.unit if e else None, "best_rule": e.rule if e else None, "date_start": days.earliest if days else None,
                    "date_end": days.latest if days else None, "number_of_sources": len(f.origins), "reports": len(homes),
                    "source_original": [o.name for o in f.origins], "source_office": [outlet_name(r) or "" for r in homes],
                    "where_prec": where_precision(p), "date_prec": date_precision(days), "question_id": f.question.id,
                    "question_en": f.question.en, "summary_id": f.summary.id, "summary_en": f.summary.en, "rule": rule, "weight": f.weight,
                    "whole": f.whole,
                }
            )  # fmt: skip
            for position, o in enumerate(f.origins):
                out["origins"].append(
                    {
                        "finding": f.id, "story": story.id, "position": position, "name": o.name, "kind": o.kind.value, "merged": list(o.merged),
                        "via": list(o.via), "claims": list(o.claims), "reports": list(o.reports),
                    }
                )  # fmt: skip
    return out


def _real(row: dict[str, Any], name: str) -> dict[str, Any]:
    """Make whole numbers real ones: Arrow refuses those beyond 2^53, which a figure in words of millions and billions may reach."""
    return {c: float(v) if v is not None and COLUMNS[name][c].startswith("number") else v for c, v in row.items()}


def _days(name: str, days: Days | None) -> dict[str, Any]:
    return {f"{name}_earliest": days.earliest if days else None, f"{name}_latest": days.latest if days else None}


def _library(name: str) -> Any:
    """Load a library of the extra `export`, which brings no types."""
    try:
        return import_module(name)
    except ImportError as e:
        raise ConfigError(
            "Parquet needs pyarrow",
            remedy="pip install 'rujuk[export]'; in a checkout: .venv/bin/pip install -e '.[export]'",
            code="missing-extra",
        ) from e


def _schema(name: str, pa: Any) -> Any:
    kinds = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "day": pa.date32(),
        "number": pa.float64(),
        "count": pa.int32(),
        "yes": pa.bool_(),
    }
    return pa.schema(
        [pa.field(column, kinds[kind.rstrip("!")], nullable=not kind.endswith("!")) for column, kind in COLUMNS[name].items()]
    )
