"""What inputs name: files found in folders and globs, in one fixed order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rujuk.model.report import Failure

_BOOKS = re.compile(r"fetch\.jsonl|trail-\d{4,}\.warc\.gz")
"""What `rujuk fetch` keeps beside the pages: its manifest, and the answers that are no pages."""
_ASSETS = re.compile(
    r"(.+)[_.-](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|filer|pliki|tiedostot|soubory|elemei|berkas)",
    re.I,
)
"""Names that browsers give the folder beside a saved page.  Source: Internet Explorer's and Firefox's translations of "_files"."""
_PAGE = re.compile(r"\.x?html?$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file to read: its place, what it is called in reports, and whether it was given itself (not found in a folder)."""

    path: str
    source: str
    given: bool


def expand(inputs: Sequence[str]) -> list[Entry | Failure]:
    """Find the files that the inputs name, sorted by what they are called, each once.

    A file of a folder is called by its path below the folder (below the folder's name where several folders are given).  Hidden entries,
    link loops, and things that are no files are failures with a reason.
    """
    found: list[Entry | Failure] = []
    seen: dict[str, str] = {}
    several = sum(os.path.isdir(i) for i in inputs) > 1
    for item in sorted(set(inputs)):
        if os.path.isdir(item):
            before = len(found)
            prefix = Path(os.path.abspath(item)).name + "/" if several else ""
            _walk(item, prefix, (), found, seen)
            if not any(isinstance(x, Entry) or x.state == "failed" for x in found[before:]):
                found.append(_fail(item, "no-reports", "the folder holds no files"))
        elif os.path.lexists(item):
            _add(item, os.path.basename(item), True, found, seen)
        elif glob.has_magic(item):
            _glob(item, found, seen)
        else:
            found.append(_fail(item, "not-found", "there is no such file or folder"))
    return sorted(
        found, key=lambda x: (x.source, x.path if isinstance(x, Entry) else "", x.code if isinstance(x, Failure) else "")
    )


def _glob(item: str, found: list[Entry | Failure], seen: dict[str, str]) -> None:
    base = item
    while glob.has_magic(base):
        base = os.path.dirname(base)
    matches = sorted(glob.glob(item, recursive=True))
    if not matches:
        found.append(_fail(item, "not-found", "no file matches this pattern"))
    for path in matches:
        source = Path(os.path.relpath(path, base or ".")).as_posix()
        if os.path.isdir(path):
            if "**" not in item:
                _walk(path, source + "/", (), found, seen)
        else:
            _add(path, source, True, found, seen)


def _walk(folder: str, prefix: str, above: tuple[str, ...], found: list[Entry | Failure], seen: dict[str, str]) -> None:
    real = os.path.realpath(folder)
    name = prefix.rstrip("/") or folder
    if real in above:
        found.append(_skip(name, "link-loop", "this link leads back to a folder around it"))
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as e:
        found.append(_fail(name, "unreadable", e.strerror or "cannot be listed"))
        return
    fetched = "fetch.jsonl" in names
    for child in names:
        if fetched and _BOOKS.fullmatch(child):
            continue
        path, source = os.path.join(folder, child), prefix + _shown(child)
        if child.startswith("."):
            found.append(_skip(source, "hidden", "hidden files and folders are passed over"))
        elif os.path.isdir(path):
            page = _page_of(child, names)
            if page:
                count = sum(len(files) for _, _, files in os.walk(path))
                found.append(_skip(source + "/", "page-assets", f"{count} files that belong to the saved page {_shown(page)}"))
            else:
                _walk(path, source + "/", (*above, real), found, seen)
        else:
            _add(path, source, False, found, seen)


def _page_of(folder: str, names: list[str]) -> str | None:
    """Name the saved page that a folder of assets belongs to, among its neighbours."""
    m = _ASSETS.fullmatch(folder)
    return next((n for n in names if _PAGE.sub("", n) == m[1] and _PAGE.search(n)), None) if m else None


def _add(path: str, source: str, given: bool, found: list[Entry | Failure], seen: dict[str, str]) -> None:
    source = _shown(source)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        found.append(_fail(source, "not-found", "the link leads nowhere"))
        return
    except OSError as e:
        loop = os.path.islink(path)
        found.append(
            _skip(source, "link-loop", "the link leads to itself")
            if loop
            else _fail(source, "unreadable", e.strerror or "cannot be read")
        )
        return
    if not stat.S_ISREG(mode):
        found.append(_skip(source, "not-a-file", "a pipe, socket or device"))
        return
    real = os.path.realpath(path)
    if real in seen:
        found.append(_skip(source, "duplicate", f"the same file as {seen[real]}"))
        return
    seen[real] = source
    found.append(Entry(path=path, source=source, given=given))


def _shown(name: str) -> str:
    """Give a file name as text that can be written out: bytes that are no UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _fail(source: str, code: str, detail: str) -> Failure:
    return Failure(source=_shown(source), stage="read", code=code, detail=detail)


def _skip(source: str, code: str, detail: str) -> Failure:
    return Failure(source=_shown(source), stage="read", code=code, detail=detail, state="skipped")
