"""How fast the page of a story is written and opened: 6, 200 and 2,000 reports, in headless Chromium.

    python benchmarks/page.py [--rounds N] [--reports N ...]

Beside each page stands its peer of the same run: the same page without its script, which is what the browser needs for the words alone.
Prints megabytes, seconds to write, and milliseconds until the page can be used (`domInteractive`), is loaded, and has answered a search; the best of
N rounds, since noise only ever adds time.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
CHROMIUM = os.environ.get("RUJUK_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
TIMES = "(() => { const n = performance.getEntriesByType('navigation')[0]; return [n.domInteractive, n.loadEventEnd]; })()"


def main() -> None:
    from playwright.sync_api import sync_playwright

    import dossiers
    from rujuk.tell.html import html_page

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reports", type=int, nargs="+", default=[6, 200, 2000])
    args = parser.parse_args()
    html_page(dossiers.single())
    print(f"{'reports':>8}{'MB':>7}{'written s':>11}{'usable ms':>11}{'no script':>11}{'loaded ms':>11}{'search ms':>11}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for count in args.reports:
            dossier = dossiers.crowd(count, min(60, max(6, count)))
            begin = time.perf_counter()
            html = html_page(dossier)
            written = time.perf_counter() - begin
            best = dict.fromkeys(("usable", "loaded", "search", "bare"), float("inf"))
            for name, text in (("page", html), ("bare", re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL))):
                file = Path(folder) / f"{name}.html"
                file.write_text(text, encoding="utf-8")
                for _ in range(args.rounds):
                    page = browser.new_page(viewport={"width": 1280, "height": 900})
                    page.goto(file.as_uri())
                    usable, loaded = page.evaluate(TIMES)
                    if name == "bare":
                        best["bare"] = min(best["bare"], usable)
                    else:
                        begin = time.perf_counter()
                        page.get_by_role("searchbox").fill("titik 7")
                        page.evaluate("document.body.offsetHeight")
                        found = (time.perf_counter() - begin) * 1000
                        best = best | {
                            "usable": min(best["usable"], usable), "loaded": min(best["loaded"], loaded), "search": min(best["search"], found),
                        }  # fmt: skip
                    page.close()
            size = len(html.encode()) / 1e6
            print(
                f"{count:8}{size:7.2f}{written:11.2f}{best['usable']:11.0f}{best['bare']:11.0f}{best['loaded']:11.0f}{best['search']:11.0f}"
            )
        browser.close()


if __name__ == "__main__":
    main()
