"""Sourcing: from origins by way of agencies to outlets."""

from __future__ import annotations

import itertools
import re

import dossiers
from rujuk.tell.lookup import Lookup
from rujuk.tell.provenance import Copy, Path, by_origin, provenance_svg, sourcing


def test_paths_follow_every_claim_of_a_finding() -> None:
    dossier = dossiers.ferry()
    found = sourcing(dossier.stories[0], Lookup.of(dossier))
    assert Path(origin="PT Layar Timur", via="Nusa", outlet="Kabar Teluk", claims=1) in found.paths
    assert sum(p.claims for p in found.paths) == sum(len(f.claims) for f in dossier.stories[0].findings)
    assert found.copies == (Copy(source="Warta Pesisir", target="Kabar Teluk", share=0.62),)
    assert by_origin(found)[0][:2] == ("Rahma Suryani", 10)


def test_picture_has_every_name_once_and_the_copy_dashed() -> None:
    dossier = dossiers.ferry()
    story = dossier.stories[0]
    svg = provenance_svg(sourcing(story, Lookup.of(dossier)), story, "en")
    assert svg is not None
    names = re.findall(r'class="node">([^<]+)<', svg)
    assert len(names) == 10 + 1 + 6
    assert names.count("Nusa") == 1
    assert svg.count('class="copy"') == 1
    assert "Origin" in svg
    assert "PT Layar Timur → Nusa → Kabar Teluk (1)" in svg


def test_names_do_not_lie_on_each_other_however_many() -> None:
    dossier = dossiers.crowd(60, 18)
    story = dossier.stories[0]
    svg = provenance_svg(sourcing(story, Lookup.of(dossier)), story, "id")
    assert svg is not None
    height = float(re.findall(r'viewBox="0 0 \S+ (\S+)"', svg)[0])
    columns: dict[str, list[float]] = {}
    for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="node"', svg):
        columns.setdefault(x, []).append(float(y))
    for ys in columns.values():
        ys.sort()
        assert ys[-1] < height
        assert min((b - a for a, b in itertools.pairwise(ys)), default=99) >= 15


def test_an_origin_keeps_its_colour_on_every_way_and_the_smaller_ones_share_one() -> None:
    dossier = dossiers.ferry()
    story = dossier.stories[0]
    found = sourcing(story, Lookup.of(dossier))
    svg = provenance_svg(found, story, "en") or ""
    first = by_origin(found)[0]
    ways = {(p.via, p.outlet) for p in first[2]}
    assert len(re.findall(r'class="flow f0"', svg)) == sum(2 if via else 1 for via, _ in ways)
    assert set(re.findall(r'class="flow f(\d)"', svg)) == set("012345")


def test_names_that_find_no_room_are_counted() -> None:
    dossier = dossiers.crowd(60, 18)
    story = dossier.stories[0]
    svg = provenance_svg(sourcing(story, Lookup.of(dossier)), story, "en") or ""
    outlets = {p.outlet for p in sourcing(story, Lookup.of(dossier)).paths}
    assert f"and {len(outlets) - 24} more, in the list" in svg
    small = (
        provenance_svg(sourcing(dossiers.ferry().stories[0], Lookup.of(dossiers.ferry())), dossiers.ferry().stories[0], "en")
        or ""
    )
    assert "more, in the list" not in small


def test_nothing_to_draw_without_findings() -> None:
    dossier = dossiers.single()
    assert provenance_svg(sourcing(dossier.stories[0], Lookup.of(dossier)), dossier.stories[0], "id") is None
