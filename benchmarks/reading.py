"""Pages a second beside trafilatura and resiliparse on the same pages, and WARC records a second beside FastWARC alone, in one run.

    python benchmarks/reading.py [FOLDER] [--rounds N] [--records N]

FOLDER holds HTML pages (default: the bundled examples).  One core, one process, models loaded before the clock starts; the best of N rounds counts,
since noise only ever adds time.  Pages: `read` gives a whole report with head data, language and cleaned lines; trafilatura extracts with metadata, as a
user would who wants the same; resiliparse extracts the main text alone.  Records: an archive is made of the pages among requests and pictures (each
record gzipped by itself); FastWARC iterates over it and reads every body, `read` opens the archive up to the documents, without and with reading them.
Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from fastwarc.warc import ArchiveIterator
from resiliparse.extract.html2text import extract_plain_text

from rujuk.model.report import Report
from rujuk.read.contents import read_bytes, read_document
from rujuk.read.documents import Document
from rujuk.read.sources import open_inputs

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def best(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of `rounds` calls."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def record(kind: str, address: str, block: bytes, content: str) -> bytes:
    """Give one gzipped WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nWARC-Date: 2024-05-06T12:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype={content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def archive(file: Path, pages: list[bytes], count: int) -> int:
    """Write an archive with about `count` records: of each page a request, a response and a picture; give how many it holds."""
    written = 0
    with open(file, "wb") as out:
        while written < count:
            page = pages[written // 3 % len(pages)] + b"<!-- %d -->" % written
            address = f"https://example.org/2024/05/06/{written}"
            http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s"
            out.write(record("request", address, b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n", "request"))
            out.write(record("response", address, http % (b"text/html; charset=utf-8", page), "response"))
            out.write(record("response", f"{address}.png", http % (b"image/png", page[:5000]), "response"))
            written += 3
    return written


def iterate(file: Path) -> int:
    """The peer: FastWARC alone, every body read."""
    with open(file, "rb") as stream:
        return sum(len(r.reader.read()) for r in ArchiveIterator(stream))


def row(name: str, seconds: float, count: int, peer: float | None = None, of: str = "") -> None:
    """Print one line of the table."""
    ratio = f"   {peer / seconds:.2f} of {of}'s speed" if peer else ""
    print(f"{name:36}{seconds:9.3f}{count / seconds:10,.0f}{ratio}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, default=1500)
    args = parser.parse_args()
    paths = sorted(p for p in args.folder.rglob("*.html") if "layouts" not in p.parts)
    pages = [p.read_bytes() for p in paths]
    texts = [p.decode("utf-8", "replace") for p in pages]
    works: dict[str, Callable[[], object]] = {
        "trafilatura, with metadata": lambda: [
            trafilatura.bare_extraction(t, with_metadata=True, include_comments=False) for t in texts
        ],
        "resiliparse, main text alone": lambda: [extract_plain_text(t, main_content=True) for t in texts],
        "rujuk, page to report": lambda: [read_bytes(p, source="a.html") for p in pages],
    }
    for work in works.values():
        work()  # warm: models, patterns, packs
    # taken in turns, so that a busy machine slows all of them alike
    rounds = [{name: best(1, work) for name, work in works.items()} for _ in range(args.rounds)]
    seconds = {name: min(r[name] for r in rounds) for name in works}
    read = sum(isinstance(read_bytes(p, source="a.html"), Report) for p in pages)
    print(f"{len(pages)} pages, {read} reports, {sum(map(len, pages)) / 1e6:.1f} MB")
    print(f"{'':36}{'seconds':>9}{'pages/s':>10}")
    theirs = seconds["trafilatura, with metadata"]
    for name, s in seconds.items():
        row(name, s, len(pages), theirs if name.startswith("rujuk") else None, "trafilatura")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pages.warc.gz")
        count = archive(file, pages, args.records)
        inputs = [str(file)]
        peer = best(args.rounds, lambda: iterate(file))
        opened = best(args.rounds, lambda: sum(1 for _ in open_inputs(inputs)))
        whole = best(1, lambda: [read_document(d) for d in open_inputs(inputs) if isinstance(d, Document)])
        print(f"\n{count} records, {file.stat().st_size / 1e6:.1f} MB of WARC.gz")
        print(f"{'':36}{'seconds':>9}{'records/s':>10}")
        row("FastWARC alone, all bodies", peer, count)
        row("rujuk, to documents", opened, count, peer, "FastWARC")
        row("rujuk, to reports", whole, count)
        print(f"opening the archive takes {opened / whole:.1%} of the time that reading it takes")


if __name__ == "__main__":
    main()
