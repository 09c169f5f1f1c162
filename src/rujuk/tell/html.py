"""The dossier as one self-contained page.

The page holds no clock and no request: the same dossier gives the same bytes.  Styles and script stand in the page and are named
by their SHA-256 in its content security policy, so that nothing else can run; every word of a report goes through Jinja's
autoescape.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from rujuk.model.claim import Place
from rujuk.model.dossier import Dossier
from rujuk.model.report import Report
from rujuk.model.story import Bilingual
from rujuk.tell import format as fmt
from rujuk.tell.claims import medium_name, safe_url, shown_name
from rujuk.tell.compiled import kept_templates
from rujuk.tell.evidence import marked_text, marked_title, short
from rujuk.tell.lookup import Lookup
from rujuk.tell.provenance import by_origin
from rujuk.tell.view import view_story
from rujuk.tell.words import both, known, say, table, why_partial

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


SCRIPTS = ("address.js", "find.js", "cite.js", "start.js")
"""The page's script, in the order in which its parts need each other."""
HEAVY = 400
"""Reports from which on their texts wait in templates, which a browser reads but does not build, until they are opened.  Below it they
stand in the page, so that it can be read without scripts."""


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Characters that HTML forbids and browsers drop or replace in ways of their own."""


def html_page(dossier: Dossier) -> str:
    """Write the dossier as one HTML file that needs nothing else: stories, findings, sentences, reports, method."""
    environment = _environment()
    lookup = Lookup.of(dossier)
    stories = [view_story(s, lookup) for s in dossier.stories]
    style = _file("page.css")
    script = '"use strict";\n(() => {\n' + "".join(_file(name) for name in SCRIPTS) + "})();\n"
    page: str = environment.get_template("page.html").render(
        dossier=dossier,
        stories=stories,
        style=style,
        script=script,
        policy=_policy(style, script),
        heavy=len(dossier.reports) > HEAVY,
    )
    return _CONTROLS.sub("\ufffd", page)


def _policy(style: str, script: str) -> str:
    parts = ["default-src 'none'", f"style-src '{_hash(style)}'", f"script-src '{_hash(script)}'", "img-src data:"]
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    return resources.files("rujuk.tell").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup, escape

    def b(words: Bilingual | None) -> Markup:
        """Both languages; the page shows one of them."""
        if words is None:
            return Markup("")
        if words.id == words.en:
            return escape(words.en)
        return Markup(f'<i lang="id">{escape(words.id)}</i><i lang="en">{escape(words.en)}</i>')

    @cache
    def plain(key: str) -> Markup:
        return b(both(key))

    def t(key: str, **fields: object) -> Markup:
        return b(both(key, **fields)) if fields else plain(key)

    def tb(key: str, name: str, value: Bilingual) -> Markup:
        """Words with a field that is itself in both languages."""
        return b(Bilingual(id=say(key, "id", **{name: value.id}), en=say(key, "en", **{name: value.en})))

    def many(key: str, n: int) -> Markup:
        return b(fmt.counted(key, n))

    def label(group: str, name: str) -> Markup:
        """Words for a code; a code without words is shown as it is."""
        return t(f"{group}.{name}") if known(f"{group}.{name}") else escape(name)

    def drawn(svg: str, language: str) -> Markup:
        """A picture that charts.py or provenance.py has drawn; both escape every word they write."""
        return Markup('<div class="only-{}">{}</div>').format(language, Markup(svg))

    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=kept_templates(),
    )
    environment.globals.update(
        b=b, t=t, tb=tb, many=many, label=label, drawn=drawn, safe=Markup, short=short, outlet=shown_name, url=safe_url, table=table,
        marked_text=marked_text, marked_title=marked_title, by_origin=by_origin, number=_number, place=_place, noun=_noun, means=_means, medium=medium_name,
        firsts=_firsts, why_partial=why_partial,
    )  # fmt: skip
    return environment


def _number(value: float) -> Bilingual:
    return Bilingual(id=fmt.number(value, "id"), en=fmt.number(value, "en"))


def _firsts(pairs: Sequence[tuple[Report, object]]) -> list[Report]:
    return [report for report, _ in pairs]


def _place(place: Place) -> str:
    return place.name


def _noun(key: str, n: int) -> Any:
    """The noun that stands beside a large number on the first screen."""
    return both(key + "_one" if n == 1 else key)


def _means(status: str) -> Bilingual:
    means = table("status")[status]["means"]
    return Bilingual(id=means["id"], en=means["en"])
