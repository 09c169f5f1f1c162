"""Files that others made to trip readers: each ends as its kind allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from rujuk.model.report import Failure, Report
from rujuk.read.links import links_in
from rujuk.read.sources import read_inputs

ARCHIVES = {
    "example.warc": {"index-page", "no-page"},
    "example.warc.gz": {"index-page", "no-page"},
    "example-bad-non-chunked.warc.gz": {"index-page", "no-page"},
    "example-bad.warc.gz.bad": {"index-page", "no-page"},
    "example-iana.org-chunked.warc": {"index-page"},
    "example-resource.warc.gz": {"index-page"},
    "example-space-in-target-uri.warc.gz": {"no-page"},
    "example-trunc.warc": {"broken-gzip", "broken-archive"},
    "example-wget-bad-target-uri.warc.gz": {"index-page", "no-page"},
    "example-wrong-chunks.warc.gz": {"index-page"},
    "post-test.warc.gz": {"no-page"},
    "example.arc": {"not-a-report"},
    "example.arc.gz": {"not-a-report"},
    "bad.arc": {"not-a-report"},
}
"""Codes that each archive ends in.  Their pages are front pages, so none is a report."""


@pytest.mark.shared
@pytest.mark.parametrize("name", ARCHIVES)
def test_archives(shared: Path, name: str) -> None:
    found = list(read_inputs([str(shared / "data" / "formats" / "warcio" / name)]))
    assert {x.code for x in found if isinstance(x, Failure)} == ARCHIVES[name]
    assert not any(isinstance(x, Report) for x in found)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "entries", "house"), [("feed1.atom", 2, "Example Feed"), ("feed2.rss", 1, "example.com"), ("feed.json", 25, "NPR")]
)
def test_feeds(shared: Path, name: str, entries: int, house: str) -> None:
    file = shared / "data" / "formats" / "feeds" / name
    found = [x for x in read_inputs([str(file)]) if isinstance(x, Report)]
    assert len(found) == entries == len(links_in(file.read_bytes(), source=name))
    assert all(r.published and r.published.local and r.url and r.partial for r in found)
    assert {r.outlet and r.outlet.name for r in found} == {house}


@pytest.mark.shared
def test_sitemap(shared: Path) -> None:
    file = shared / "data" / "formats" / "feeds" / "sitemap.xml"
    assert len(links_in(file.read_bytes(), source="sitemap.xml")) == 84
