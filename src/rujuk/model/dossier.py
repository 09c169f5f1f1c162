"""The dossier: everything `rujuk build` found, as the contract has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rujuk.model.codec import decode, dumps, named
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Failure
from rujuk.model.story import Story

SCHEMA = "rujuk/dossier/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """What made a dossier: name, version and the digests of the language packs and the catalogue of measures."""

    name: str
    version: str
    packs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Reports with their marks, stories with their findings, and what could not be read.

    Reports are ordered by day, then id; stories by their number of reports (most first), then id.
    """

    schema_name: str = named("schema", default=SCHEMA)
    generator: Generator
    reports: tuple[MarkedReport, ...]
    stories: tuple[Story, ...]
    failures: tuple[Failure, ...]

    def to_json(self, *, indent: int | None = 1) -> str:
        """Write the dossier as JSON: the same dossier gives the same string, on every machine."""
        return dumps(self, indent=indent) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Dossier:
        """Read a dossier from what `to_json` wrote.

        Raises:
            ValueError: the text is no JSON or no dossier, one of another schema, or one whose stories name reports that are not in it.
        """
        import json

        try:
            value = json.loads(text)
        except RecursionError:
            raise ValueError("nested deeper than any dossier is") from None
        if isinstance(value, dict) and value.get("schema") != SCHEMA:
            raise ValueError(f"its schema is {value.get('schema')!r}, not {SCHEMA!r}")
        dossier = decode(cls, value)
        held = {m.report.id for m in dossier.reports}
        for story in dossier.stories:
            for ident in story.reports:
                if ident not in held:
                    raise ValueError(f"{story.id} names {ident}, which is not in it")
        return dossier
