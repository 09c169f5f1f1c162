"""Lists name addresses: feeds, OPML, sitemaps, files of addresses; hostile XML names none and costs nothing."""

from __future__ import annotations

import gzip
import json

import pytest

from rujuk.read.links import absolute, links_in
from rujuk.read.xmltree import parse_xml, text_of

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><link>https://contoh.id/</link>
<item><title>Satu & dua</title><link>https://contoh.id/a?x=1&y=2#top</link></item>
<item><guid isPermaLink="true">https://contoh.id/b</guid></item>
<item><link><![CDATA[ /c?x=1&y=2 ]]></link></item>
<item><title>Tanpa alamat</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://contoh.id/berita/"><entry><link rel="self" href="/x"/><link href="a.html"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>
<item rdf:about="https://contoh.id/1"><link>https://contoh.id/1</link></item></rdf:RDF>"""
OPML = """<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://contoh.id/rss"/></outline><outline type="link" url="https://contoh.id/x"/></body></opml>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://contoh.id/1 </loc>
<image:image><image:loc>https://contoh.id/1.jpg</image:loc></image:image></url><url><loc>ftp://contoh.id/2</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://contoh.id/s1.xml.gz</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (RSS, ("https://contoh.id/a?x=1&y=2", "https://contoh.id/b", "https://contoh.id/c?x=1&y=2")),
        (ATOM, ("https://contoh.id/berita/a.html",)),
        (RDF, ("https://contoh.id/1",)),
        (OPML, ("https://contoh.id/rss", "https://contoh.id/x")),
        (SITEMAP, ("https://contoh.id/1",)),
        (INDEX, ("https://contoh.id/s1.xml.gz",)),
        ("# daftar\n\nhttps://contoh.id/1\r\nhttps://contoh.id/2\tJudul dua\nhttps://contoh.id/1\n", ("https://contoh.id/1", "https://contoh.id/2")),
        ("Jembatan ambruk.\nhttps://contoh.id/1\n", ()),
        ("<html><body><a href='https://contoh.id/1'>x</a></body></html>", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_links(text: str, links: tuple[str, ...]) -> None:
    assert links_in(text.encode(), source="https://contoh.id/rss.xml") == links
    assert links_in(gzip.compress(text.encode("utf-16")), source="https://contoh.id/rss.xml") == links


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://contoh.id/a?utm_source=rss&utm_medium=feed", "https://contoh.id/a"),
        ("https://contoh.id/a?page=2&utm_source=rss&x=1", "https://contoh.id/a?page=2&x=1"),
        ("https://contoh.id/a?utm_source=rss&id=7#atas", "https://contoh.id/a?id=7"),
        ("/a?FBCLID=9", "https://contoh.id/a"),
        ("javascript:alert(1)", None),
        ("https://[::1", None),
        ("data:text/html,x", None),
    ],
)
def test_absolute(link: str, address: str | None) -> None:
    assert absolute(link, "https://contoh.id/rss") == address


def test_json_feed() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://contoh.id/1"}, {"id": "2"}, 3]}
    assert links_in(json.dumps(feed).encode(), source="feed.json") == ("https://contoh.id/1",)
    assert links_in(json.dumps({"items": [{"url": "https://contoh.id/1"}]}).encode(), source="x.json") == ()


def test_entities_are_neither_expanded_nor_fetched() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><a b="&l11;">x&l11;y&f;&eacute;&amp;z & w</a></rss>'
    tree = parse_xml(bomb)
    assert text_of(tree) == "xyé&z & w"


@pytest.mark.parametrize(
    "text", ["<rss>" + "<a>" * 200_000, "<rss>" + "<![CDATA[" * 200_000, "<!DOCTYPE x [" * 50_000, "<rss>" + "&a" * 400_000]
)
def test_hostile_xml_is_quick(text: str) -> None:
    links_in(text.encode(), source="x")
