"""Compiled templates: kept where they can be, and of no weight for what is written."""

from __future__ import annotations

import os
import sys

import pytest

import dossiers
from rujuk.tell import html
from rujuk.tell.compiled import kept_templates


def _fresh() -> str:
    html._environment.cache_clear()
    try:
        return html.html_page(dossiers.ferry())
    finally:
        html._environment.cache_clear()


def test_the_page_is_the_same_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _fresh(), _fresh()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept_templates() is None
    assert _fresh() == first == second


def test_nothing_is_kept_where_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert kept_templates() is None
