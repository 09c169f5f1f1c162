"""PROV: the same relations in both notations, and every end of one is declared."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import dossiers
from rujuk.model.dossier import Dossier
from rujuk.tell.export.cited import Options
from rujuk.tell.export.prov import document, prov_json, prov_n

EN = Options(language="en")


@pytest.mark.parametrize("make", [dossiers.ferry, dossiers.hostile, dossiers.single, dossiers.empty])
def test_every_end_of_a_relation_is_declared(make: type[Dossier]) -> None:
    made: dict[str, Any] = json.loads(prov_json(make(), EN))
    known = set(made["entity"]) | set(made["agent"]) | set(made["activity"])
    assert set(made["prefix"]) == {"rujuk"}
    for kind, relations in made.items():
        if kind in ("prefix", "entity", "agent", "activity"):
            continue
        for relation in relations.values():
            ends = [v for k, v in relation.items() if k != "prov:type"]
            assert len(ends) == 2
            assert set(ends) <= known, kind
    assert all(re.fullmatch(r"rujuk:[\w.\-]+", name) for name in known)


def test_claims_are_quoted_from_reports_and_have_their_origin_as_primary_source() -> None:
    doc = document(dossiers.ferry(), EN)
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for kind, a, b in doc.relations:
        by_kind.setdefault(kind, []).append((a, b))
    quoted = dict(by_kind["wasQuotedFrom"])
    claims = {n for n, more in doc.entities.items() if more["prov:type"] == "rujuk:Claim"}
    assert set(quoted) == claims
    assert {doc.entities[r]["prov:type"] for r in quoted.values()} == {"rujuk:Report"}
    source = dict(by_kind["hadPrimarySource"])
    assert set(source) == claims
    account = dict(by_kind["wasAttributedTo"])
    said = {doc.agents[account[a]]["prov:label"] for a in source.values()}
    assert "Rahma Suryani" in said
    assert doc.agents[account[source[next(iter(claims))]]]["prov:type"] in ("prov:Person", "prov:Organization")


def test_a_copy_derives_from_what_it_copies() -> None:
    dossier = dossiers.ferry()
    doc = document(dossier, EN)
    pair = dossier.stories[0].reuse[0]
    names = [f"rujuk:{x.replace(':', '.')}" for x in (pair.target, pair.source)]
    assert ("wasDerivedFrom", names[0], names[1]) in doc.relations


def test_prov_n_says_the_same() -> None:
    made, text = json.loads(prov_json(dossiers.ferry(), EN)), prov_n(dossiers.ferry(), EN)
    lines = text.splitlines()
    assert lines[0] == "document"
    assert lines[-1] == "endDocument"
    for word, count in (
        ("entity", len(made["entity"])),
        ("agent", len(made["agent"])),
        ("wasDerivedFrom", len(made["wasDerivedFrom"])),
    ):
        assert sum(line.strip().startswith(f"{word}(") for line in lines) == count
    assert text.count("prov:type='prov:Quotation'") == sum(
        r.get("prov:type", {}).get("$") == "prov:Quotation" for r in made["wasDerivedFrom"].values()
    )


def test_a_hostile_label_stays_in_its_string() -> None:
    for line in prov_n(dossiers.hostile(), EN).splitlines():
        bare = re.sub(r'"(?:\\.|[^"\\])*"', '""', line)
        assert "<script" not in bare
        assert bare.count('"') % 2 == 0
