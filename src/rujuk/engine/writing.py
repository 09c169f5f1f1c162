"""The files of a dossier."""

from __future__ import annotations

from rujuk.model.dossier import Dossier
from rujuk.tell.html import html_page
from rujuk.tell.tables import claims_csv, findings_csv


def dossier_files(dossier: Dossier) -> dict[str, str]:
    """Give the texts of dossier.json, dossier.html, claims.csv and findings.csv by name."""
    return {
        "dossier.json": dossier.to_json(),
        "dossier.html": html_page(dossier),
        "claims.csv": claims_csv(dossier),
        "findings.csv": findings_csv(dossier),
    }
