"""The catalogue of measures: one TOML file each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from rujuk.errors import PackError
from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.story import Bilingual


@cache
def load_catalog() -> Catalog:
    """Read every measure of `claim/catalog/`, in order of their names.

    Raises:
        PackError: a file is no TOML or lacks a field.
    """
    measures = []
    folder = resources.files("rujuk.claim") / "catalog"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml"):
            continue
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        try:
            measures.append(
                Measure(
                    name=file.name.removesuffix(".toml"),
                    label=Bilingual(**table["label"]),
                    question=Bilingual(**table["question"]),
                    unit=table["unit"] or None,
                    temporality=Temporality(table["temporality"]),
                    weight=float(table["weight"]),
                    acted=bool(table.get("acted", False)),
                    moving=bool(table.get("moving", False)),
                    happening=bool(table.get("happening", False)),
                    repeated=bool(table.get("repeated", False)),
                    spread=float(table["spread"]) if "spread" in table else None,
                )
            )
        except (KeyError, TypeError, ValueError) as e:
            raise PackError(str(e), where=f"claim/catalog/{file.name}", expected="the fields of a measure") from e
    return Catalog(measures=tuple(measures))
