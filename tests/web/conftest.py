"""A real browser for the page: Debian's Chromium, driven by Playwright, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHROMIUM = os.environ.get("RUJUK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """One browser for all tests; without one they are skipped, in words."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (dependency group test)")
    if not Path(CHROMIUM).exists() and os.environ.get("RUJUK_REQUIRE_BROWSER"):
        pytest.fail(f"RUJUK_REQUIRE_BROWSER is set, but there is no Chromium at {CHROMIUM}")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"needs a Chromium; none at {CHROMIUM} (set RUJUK_CHROMIUM to its path)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: object, tmp_path: Path) -> Iterator[Callable[..., object]]:
    """Open a page from its HTML; at the end no error, no refused policy and no request may have come up."""
    trouble: list[str] = []
    contexts = []

    def open_page(
        html: str, *, fragment: str = "", width: int = 1280, locale: str = "id-ID", patience: int = 4000, **more: object
    ) -> object:
        file = tmp_path / "dossier.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=locale, **more)  # type: ignore[attr-defined]
        contexts.append(context)
        context.set_default_timeout(patience)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: trouble.append(f"console: {message.text}") if message.type in ("error", "warning") else None,
        )
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else trouble.append(f"request: {r.url}"))
        page.on("dialog", lambda dialog: (trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
        return page

    open_page.trouble = trouble  # type: ignore[attr-defined]
    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []
