"""What all tests share: where the shared data lies, and packs."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

from rujuk.lang.base import LanguagePack, load_pack

# The same random cases on every run, so that a change is judged by what it changes; RUJUK_FUZZ looks for new ones.
hypothesis.settings.register_profile("repeated", derandomize=not os.environ.get("RUJUK_FUZZ"))
hypothesis.settings.load_profile("repeated")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data beside the checkout; a test that asks for it is skipped, in words, where it is absent."""
    for folder in (os.environ.get("RUJUK_SHARED"), ROOT.parent / "shared"):
        if folder and (Path(folder) / "score").is_dir():
            return Path(folder)
    pytest.skip("needs ../shared (stories, data, scorers), which is not beside this checkout")


@pytest.fixture(scope="session")
def indonesian() -> LanguagePack:
    pack = load_pack("id")
    assert pack is not None
    return pack


@pytest.fixture(scope="session")
def english() -> LanguagePack:
    pack = load_pack("en")
    assert pack is not None
    return pack
