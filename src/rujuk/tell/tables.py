"""The dossier as CSV tables."""

from __future__ import annotations

from rujuk.model.dossier import Dossier


def claims_csv(dossier: Dossier) -> str:
    return ""


def findings_csv(dossier: Dossier) -> str:
    return ""
