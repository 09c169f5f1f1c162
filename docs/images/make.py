"""Take the pictures of the README: the first screens of the three bundled examples, and one in the Indonesian interface.

    python docs/images/make.py

Builds the examples anew and opens their pages in headless Chromium, without a network.  The same Chromium and fonts give the same pictures.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from rujuk import build
from rujuk.tell.html import html_page

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("RUJUK_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
MOST = 300_000
"""Bytes of a picture: the README stays quick to open."""
PICTURES = (
    ("almaty", "almaty", "en-GB", ""),
    ("gempa", "gempa", "en-GB", ""),
    ("feri", "feri", "en-GB", ""),
    ("feri-id", "feri", "id-ID", ".group"),
)
"""Name, example, language, and what the picture begins with (the top of the page where nothing is said)."""


def main() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, example, locale, start in PICTURES:
            file = Path(folder) / f"{name}.html"
            file.write_text(html_page(build([str(ROOT / "examples" / example)])), encoding="utf-8")
            page = browser.new_page(viewport={"width": 1280, "height": 920}, locale=locale)
            page.goto(file.as_uri())
            if start:
                page.locator(start).first.evaluate("e => { e.scrollIntoView({ block: 'start' }); scrollBy(0, 45); }")
                page.wait_for_timeout(200)
            picture = page.screenshot(path=str(ROOT / "docs" / "images" / f"{name}.png"))
            print(f"{name}.png {len(picture):,} bytes")
            if len(picture) > MOST:
                raise SystemExit(f"{name}.png is larger than {MOST:,} bytes")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
