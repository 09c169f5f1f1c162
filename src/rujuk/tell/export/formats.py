"""The formats that a dossier can be written in: one explicit table, in the order of the documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rujuk.model.dossier import Dossier
from rujuk.tell.export.annotations import web_annotations
from rujuk.tell.export.cited import Options
from rujuk.tell.export.feeds import atom, rss
from rujuk.tell.export.jsonld import jsonld
from rujuk.tell.export.markdown import markdown
from rujuk.tell.export.parquet import parquet
from rujuk.tell.export.pictures import png, svg, vega
from rujuk.tell.export.prov import prov_json, prov_n
from rujuk.tell.export.wiki import wiki
from rujuk.tell.tables import claims_csv, findings_csv

Text: TypeAlias = Callable[[Dossier, Options], str]
Files: TypeAlias = Callable[[Dossier, Options], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format.  It makes one text, in a file called `file`, or several files.

    `takes` names the options beside the language that change what is written.
    """

    name: str
    about: str
    file: str = ""
    text: Text | None = None
    files: Files | None = None
    takes: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Say whether it makes one file."""
        return self.text is not None

    def write(self, dossier: Dossier, options: Options) -> dict[str, bytes]:
        """Give the files by name.

        Raises:
            ConfigError: a library of the extra `export` is missing.
        """
        if self.text is not None:
            return {self.file: self.text(dossier, options).encode("utf-8")}
        assert self.files is not None
        return dict(self.files(dossier, options))


def _json(dossier: Dossier, options: Options) -> str:
    return dossier.to_json()


def _html(dossier: Dossier, options: Options) -> str:
    from rujuk.tell.html import html_page  # templates are loaded only by whoever wants the page

    return html_page(dossier)


def _csv(dossier: Dossier, options: Options) -> Mapping[str, bytes]:
    return {
        "claims.csv": claims_csv(dossier).encode("utf-8"),
        "findings.csv": findings_csv(dossier, points=options.points).encode("utf-8"),
    }


FORMATS: tuple[Format, ...] = (
    Format(name="json", about="the whole dossier", file="dossier.json", text=_json),
    Format(name="html", about="the page", file="dossier.html", text=_html),
    Format(name="csv", about="claims and findings, in UCDP's words", files=_csv, takes=("points",)),
    Format(name="parquet", about="claims, findings, reports, origins as typed tables", files=parquet, takes=("points",)),
    Format(name="markdown", about="a newsletter", file="dossier.md", text=markdown),
    Format(name="wiki", about="MediaWiki mark-up with references", file="dossier.wiki", text=wiki),
    Format(name="jsonld", about="schema.org NewsArticle and Claim", file="dossier.jsonld", text=jsonld, takes=("link",)),
    Format(
        name="webannotation",
        about="W3C Web Annotations of the evidence",
        file="annotations.jsonld",
        text=web_annotations,
        takes=("link",),
    ),
    Format(name="prov", about="W3C PROV, as PROV-JSON", file="prov.json", text=prov_json),
    Format(name="provn", about="W3C PROV, as PROV-N", file="dossier.provn", text=prov_n),
    Format(name="rss", about="RSS 2.0 of findings, or of changes", file="feed.rss", text=rss, takes=("since", "link")),
    Format(name="atom", about="Atom of findings, or of changes", file="feed.atom", text=atom, takes=("since", "link")),
    Format(name="svg", about="a chart a finding", files=svg),
    Format(name="png", about="a chart a finding", files=png),
    Format(name="vega", about="the charts' Vega-Lite specifications", files=vega),
)


def find_format(name: str) -> Format | None:
    """Give the format called `name`, or None."""
    return next((f for f in FORMATS if f.name == name), None)
