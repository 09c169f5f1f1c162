"""The dossier in the terminal."""

from __future__ import annotations

from typing import TextIO

from rujuk.model.dossier import Dossier


def show_dossier(dossier: Dossier, out: TextIO, *, language: str, colour: bool, width: int) -> None:
    return None


def explain_finding(dossier: Dossier, finding: str, out: TextIO, *, language: str, colour: bool, width: int) -> None:
    return None
