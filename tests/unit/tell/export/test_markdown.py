"""The newsletter: what it says, and that no headline becomes mark-up in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import dossiers
from rujuk.model.dossier import Dossier
from rujuk.tell.export.cited import Options
from rujuk.tell.export.markdown import address, escaped, markdown

EN, ID = Options(language="en"), Options(language="id")
TRICKS = (
    "# Heading", "1. one", "- item", "> quote", "* star *bold* _it_ **b**", "[link](http://evil.example)", "![pic](x.png)", "<b>bold</b><script>",
    "`code`", "~~gone~~", "a | b", "&copy; &#60;", "\\*", "www.evil.example", "http://evil.example/x", "https://evil.example", "me@evil.example",
    "===", "---", "+ plus", "line\nbreak\n# head", "***", "[x]: http://evil.example", "mailto:me@evil.example", "```", "\u2028# two",
)  # fmt: skip


def _flat(text: str) -> list[Token]:
    out: list[Token] = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text):
        out += [token, *(token.children or [])]
    return out


@pytest.mark.parametrize("trick", TRICKS)
def test_a_text_is_shown_as_it_is(trick: str) -> None:
    tokens = _flat(f"- {escaped(trick)}\n")
    kinds = {t.type for t in tokens}
    assert kinds <= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"}  # fmt: skip
    shown = "".join(t.content for t in tokens if t.type in ("text", "text_special"))
    assert shown == " ".join("".join(c if c.isprintable() else " " for c in trick).split())


@pytest.mark.parametrize("trick", TRICKS)
def test_no_address_becomes_a_link_by_itself(trick: str) -> None:
    text = escaped(trick)
    assert "://" not in text.replace("\\://", "")
    assert "www." not in text
    assert "@" not in text.replace("\\@", "")


def test_an_address_cannot_end_its_link() -> None:
    tokens = _flat(f"[x]({address('https://a.example/x)_(y) <z>[w]')})")
    (link,) = [t for t in tokens if t.type == "link_open"]
    assert "%29" in str(link.attrs["href"])


def test_what_a_newsletter_says() -> None:
    text = markdown(dossiers.ferry(), EN)
    for words in (
        "## Disputed",
        "**Updated.** ",
        "The port lists 131 people on board",
        "[Warta Pesisir](https://wartapesisir.example/feri-terbakar)",
        "\n> “",
        "\n> — Rahma Suryani, Kepala Kantor SAR (",
        "## The reports read",
        "Rujuk does not say what is true",
    ):
        assert words in text
    assert text.index("## Disputed") < text.index("## Changed") < text.index("## Stands")
    assert "## Yang dipertentangkan" in markdown(dossiers.ferry(), ID)
    assert "2019" not in text.split("## Who said")[0], "background is left out"


def test_several_reports_of_one_outlet_are_numbered() -> None:
    dossier = dossiers.ferry()
    reports = tuple(replace(m, report=replace(m.report, outlet=dossier.reports[0].report.outlet)) for m in dossier.reports)
    text = markdown(replace(dossier, reports=reports), EN)
    assert "Warta Pesisir [1](https://" in text


def test_hostile_reports() -> None:
    tokens = _flat(markdown(dossiers.hostile(), EN))
    assert not [t for t in tokens if t.type in ("html_inline", "html_block", "image", "code_inline", "fence")]
    assert not [t for t in tokens if t.type == "link_open"], "a javascript address is no link"


@pytest.mark.parametrize("make", [dossiers.empty, dossiers.single])
def test_extremes(make: type[Dossier]) -> None:
    assert markdown(make(), EN).strip()
    assert markdown(make(), EN) == markdown(make(), EN)
