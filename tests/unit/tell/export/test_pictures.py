"""Charts: what the specification holds, and that it draws, the same bytes each time."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import dossiers
from rujuk.errors import ConfigError
from rujuk.tell.export import pictures
from rujuk.tell.export.cited import Options
from rujuk.tell.export.pictures import charts, png, svg, vega

EN, ID = Options(language="en"), Options(language="id")


def _chart(measure: str, options: Options = EN) -> dict[str, Any]:
    return next(spec for name, spec in charts(dossiers.ferry(), options) if name.startswith(measure))


def test_each_finding_with_dated_figures_has_one() -> None:
    names = [n for n, _ in charts(dossiers.ferry(), EN)]
    told = [f for f in dossiers.ferry().stories[0].findings if f.measure and not f.background]
    assert len(names) == len(set(names)) == len(told)


def test_the_data_of_a_growing_toll() -> None:
    spec = _chart("killed")
    rows = spec["data"]["values"]
    assert [r["value"] for r in rows] == sorted(r["value"] for r in rows)
    old = [r for r in rows if r["old"]]
    assert old
    assert {r["value"] for r in rows if not r["old"]} == {14}
    assert {r["open"] for r in rows if r["label"].startswith("at least")} == {"up"}
    line = spec["layer"][0]["data"]["values"]
    assert [p["value"] for p in line] == [4, 9, 14]
    assert spec["title"]["text"] == ["How many people have died?"] or spec["title"]["text"][0].startswith("How many")


def test_one_colour_and_shape_an_origin() -> None:
    spec = _chart("aboard")
    layer = next(x for x in spec["layer"] if x["mark"].get("type") == "point")
    scale, shape = layer["encoding"]["color"]["scale"], layer["encoding"]["shape"]["scale"]
    assert len(scale["domain"]) == len(scale["range"]) == len(shape["range"]) == 2
    assert len(set(scale["range"])) == len(set(shape["range"])) == 2


def test_words_are_in_the_language_and_nothing_is_fetched() -> None:
    spec = _chart("killed", ID)
    assert "Jun 2031" in spec["encoding"]["x"]["axis"]["labelExpr"]
    assert "sedikitnya 4" in {r["label"] for r in spec["data"]["values"]}
    assert "url" not in json.dumps(spec).replace("$schema", "")


def test_labels_do_not_lie_on_each_other() -> None:
    rows = _chart("killed")["data"]["values"]
    told = [(r["day"], r["value"]) for r in rows if r["told"]]
    assert len(told) == len(set(told))


def test_it_draws_the_same_svg_each_time() -> None:
    pytest.importorskip("vl_convert")
    first = svg(dossiers.ferry(), EN)
    for data in first.values():
        root = ET.fromstring(data)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert any("at least 4" in data.decode() or "14" in data.decode() for data in first.values())
    assert svg(dossiers.ferry(), EN) == first


def test_png_is_a_png() -> None:
    pytest.importorskip("vl_convert")
    found = png(dossiers.hostile(), EN)
    assert found
    assert all(data.startswith(b"\x89PNG") for data in found.values())


def test_hostile_words_stay_words() -> None:
    pytest.importorskip("vl_convert")
    for data in svg(dossiers.hostile(), EN).values():
        assert {e.tag.rpartition("}")[2] for e in ET.fromstring(data).iter()} & {
            "script",
            "image",
            "foreignObject",
            "img",
        } == set()


@pytest.mark.parametrize("make", [dossiers.empty, dossiers.single])
def test_no_figure_no_chart(make: type) -> None:
    assert vega(make(), EN) == {}


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(ConfigError, match=r"rujuk\[export\]"):
        pictures.svg(dossiers.ferry(), EN)
