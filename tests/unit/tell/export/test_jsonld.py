"""JSON-LD: it reads without a network, every name has a meaning, every link resolves, and no review is written."""

from __future__ import annotations

import json
from typing import Any

import pytest

import dossiers
from rujuk.model.dossier import Dossier
from rujuk.tell.export.cited import Options
from rujuk.tell.export.jsonld import CONTEXT, jsonld

EN = Options(language="en")


def _graph(dossier: Dossier) -> list[dict[str, Any]]:
    made = json.loads(jsonld(dossier, EN))
    assert made["@context"] == CONTEXT
    graph: list[dict[str, Any]] = made["@graph"]
    return graph


def expand(value: Any, context: dict[str, Any], key: str | None = None) -> Any:
    """Expand the part of JSON-LD that we write: aliases, prefixes, @vocab, @id coercion, language maps."""

    def iri(name: str) -> str:
        to = context.get(name)
        to = to["@id"] if isinstance(to, dict) and "@id" in to else to
        if isinstance(to, str) and to.startswith("@"):
            return to
        if isinstance(to, str):
            name = to
        elif ":" not in name:
            return str(context["@vocab"]) + name
        prefix, _, rest = name.partition(":")
        return str(context[prefix]) + rest if prefix in context else name

    if isinstance(value, list):
        return [expand(v, context, key) for v in value]
    if isinstance(value, dict):
        if "@value" in value:
            return value
        out = {}
        for k, v in value.items():
            name = iri(k)
            assert name.startswith("@") or ":" in name, k
            out[name] = [iri(v)] if name == "@type" else v if name == "@id" else expand(v, context, k)
        return out
    wanted = context.get(key or "")
    return {"@id": value} if isinstance(wanted, dict) and wanted.get("@type") == "@id" else {"@value": value}


def test_the_context_is_inside_and_fetches_nothing() -> None:
    assert isinstance(CONTEXT, dict)
    assert "@import" not in CONTEXT
    assert all(isinstance(v, str | dict) for v in CONTEXT.values())


def test_it_expands_to_absolute_names() -> None:
    nodes = [expand(n, CONTEXT) for n in _graph(dossiers.ferry())]
    assert {t for n in nodes for t in n["@type"]} == {
        "https://schema.org/Collection",
        "https://schema.org/NewsArticle",
        "https://schema.org/Claim",
    }
    assert all(n["@id"].startswith("urn:rujuk:") for n in nodes)
    finding = next(n for n in nodes if "urn:rujuk:terms:verdict" in n)
    assert finding["https://schema.org/appearance"][0]["@id"].startswith("urn:rujuk:report:")


def test_every_link_resolves() -> None:
    graph = _graph(dossiers.ferry())
    ids = [n["id"] for n in graph]
    assert len(ids) == len(set(ids))
    for node in graph:
        for key in ("appearance", "firstAppearance", "isBasedOn", "hasPart", "isPartOf"):
            links = node.get(key, [])
            assert set(links if isinstance(links, list) else [links]) <= set(ids), key


def test_what_a_finding_and_a_claim_say() -> None:
    graph = _graph(dossiers.ferry())
    aboard = next(n for n in graph if n.get("verdict") == "contested")
    assert aboard["independentOrigins"] == 2
    assert aboard["mainEntity"]["minValue"] == 131
    assert "value" not in aboard["mainEntity"]
    assert {a["name"] for a in aboard["author"]} == {"Syahbandar Tanjung Kelor", "Paguyuban Keluarga Penumpang"}
    claim = next(n for n in graph if n.get("text") == "About 30 people were being treated for burns")
    assert claim["mainEntity"]["modifier"] == "APPROX"
    assert claim["author"] == {"type": "Organization", "name": "RSUD Kelor"}


@pytest.mark.parametrize("make", [dossiers.ferry, dossiers.hostile, dossiers.single, dossiers.empty])
def test_no_review_and_no_unsafe_address(make: type[Dossier]) -> None:
    text = jsonld(make(), EN)
    assert "ClaimReview" not in text
    assert "reviewRating" not in text
    assert "javascript:" not in text
    assert text == jsonld(make(), EN)
