"""The dossier as one self-contained page."""

from __future__ import annotations

from rujuk.model.dossier import Dossier


def html_page(dossier: Dossier) -> str:
    return "<!doctype html>"
