"""Any text at all, put into a newsletter, a wiki page or a feed, is shown as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import dossiers
from rujuk.tell.export.cited import Options, one_line
from rujuk.tell.export.feeds import atom, rss
from rujuk.tell.export.markdown import escaped as in_markdown
from rujuk.tell.export.wiki import escaped as in_wiki

SIGNS = st.text(st.one_of(st.sampled_from("\\`*_[]<>|~#+-=.!()&;:/@'\"{}^$\n\t 1aW"), st.characters()), max_size=40)
PLAIN = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"}  # fmt: skip


@given(SIGNS)
@example("&amp;")
@example("1) a")
@example("\\\\")
@settings(max_examples=300, deadline=None)
def test_markdown(text: str) -> None:
    tokens = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        f"- x {in_markdown(text)} y\n- {in_markdown(text)}"
    ):
        tokens += [token, *(token.children or [])]
    assert {t.type for t in tokens} <= PLAIN
    shown = "".join(t.content for t in tokens if t.type in ("text", "text_special"))
    plain = one_line(text)
    assert shown.split() == f"x {plain} y{plain}".split()


@given(SIGNS)
@settings(max_examples=300, deadline=None)
def test_wiki(text: str) -> None:
    made = in_wiki(text)
    assert not re.search(r"[\[\]{}|<>\n]|''|~~~|__|\w://", made)
    assert not made.startswith(("*", "#", ":", ";", "=", "!", "-", "+"))
    assert re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), made) == one_line(text)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_feeds_are_well_formed(text: str) -> None:
    dossier = dossiers.ferry()
    story = dossier.stories[0]
    finding = replace(story.findings[0], summary=dossiers.two(text, text), question=dossiers.two(text, text))
    dossier = replace(dossier, stories=(replace(story, title=text, findings=(finding,)),))
    for make in (atom, rss):
        root = ET.fromstring(make(dossier, Options(language="en")))
        assert not {e.tag.rpartition("}")[2] for e in root.iter()} & {"script", "b", "img"}
