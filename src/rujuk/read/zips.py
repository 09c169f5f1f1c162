"""Zip files: the documents inside, read in place and never written anywhere; WACZ is one with web archives and an index."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO, cast

from rujuk.model.report import Failure
from rujuk.read import limits
from rujuk.read.documents import Document
from rujuk.text.clean import clean_line

MOST_MEMBERS = 100_000
MOST_RATIO = 60
"""How many times its own size a zip may unpack to, beyond one document; text packs 3 to 20 times."""
_WACZ = "datapackage.json"
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)

Opened = Callable[[BinaryIO, str, bool, dict[str, str]], Iterator[Document | Failure]]


def looks_like_zip(head: bytes) -> bool:
    """Say whether bytes open a zip file."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(file: BinaryIO, *, source: str, given: bool, size: int, opened: Opened) -> Iterator[Document | Failure]:
    """Give the documents of a zip file in the order of their names.

    Args:
        opened: gives the documents of one member: its stream, its name, whether it was given itself, and headlines by address.

    Names that climb out of the folder are passed over with a reason (nothing is unpacked to disk anyway); so are members with a password.  What unpacks
    to many times the file's size is given up.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as e:
        yield _fail(source, "broken-archive", f"the zip cannot be opened: {clean_line(str(e))[:200]}")
        return
    with archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        names = {m.filename for m in members}
        if _WACZ not in names and names.intersection(_OFFICE):
            state = "failed" if given else "skipped"
            yield _fail(source, "not-text", "an office document, e-book or program; export it as text or HTML", state)
            return
        if len(members) > MOST_MEMBERS:
            yield _fail(source, "too-large", f"more than {MOST_MEMBERS} files in the zip")
            return
        if _WACZ in names:
            members = [m for m in members if m.filename.startswith("archive/")]
        titles = _titles(archive, names) if _WACZ in names else {}
        if not members:
            yield _fail(source, "empty", "the zip holds no files")
        left = [MOST_RATIO * size + limits.MAX_PAGE]
        for member in members:
            place = source if _WACZ in names else f"{source}/{_shown(member.filename)}"
            yield from _member(archive, member, place, given, titles, opened, left)
            if left[0] < 0:
                yield _fail(source, "too-large", f"unpacks to more than {MOST_RATIO} times its size; the rest was not read")
                return


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    place: str,
    given: bool,
    titles: dict[str, str],
    opened: Opened,
    left: list[int],
) -> Iterator[Document | Failure]:
    parts = member.filename.replace("\\", "/").split("/")
    if ".." in parts or member.filename.startswith(("/", "\\")) or ":" in parts[0]:
        yield _fail(place, "unsafe-path", "its name leads out of the zip", "skipped")
    elif any(p.startswith(".") or p == "__MACOSX" for p in parts):
        yield _fail(place, "hidden", "hidden files and folders are passed over", "skipped")
    elif member.flag_bits & 1:
        yield _fail(place, "encrypted", "the file is locked with a password")
    else:
        try:
            with archive.open(member) as stream:
                yield from opened(cast(BinaryIO, _Metered(stream, left)), place, False, titles)
        except _BROKEN as e:
            if left[0] >= 0:
                yield _fail(place, "broken-archive", f"cannot be unpacked: {clean_line(str(e))[:200]}")


def _titles(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Give the headlines by address of a WACZ's list of pages.  Source: WACZ 1.1.1, pages.jsonl."""
    out: dict[str, str] = {}
    for name in sorted(n for n in names if n.startswith("pages/") and n.endswith(".jsonl")):
        try:
            with archive.open(name) as stream:
                lines = stream.read(limits.MAX_PAGE).splitlines()
        except _BROKEN:
            continue
        for line in lines:
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(page, dict) and isinstance(page.get("url"), str) and isinstance(page.get("title"), str):
                out.setdefault(page["url"], clean_line(page["title"])[:500])
    return out


class _Metered:
    """A member's stream that counts what it unpacks and stops at the zip's allowance."""

    def __init__(self, stream: IO[bytes], left: list[int]) -> None:
        self.stream, self.left = stream, left

    def read(self, size: int = -1) -> bytes:
        block = self.stream.read(size if size >= 0 else limits.MAX_PAGE + 1)
        return self._count(block)

    def readline(self, size: int = -1) -> bytes:
        return self._count(self.stream.readline(size if size >= 0 else limits.MAX_PAGE + 1))

    def _count(self, block: bytes) -> bytes:
        self.left[0] -= len(block)
        if self.left[0] < 0:
            raise ValueError("unpacks to far more than its size")
        return block

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self.stream.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.stream.seek(offset, whence)

    def close(self) -> None:
        self.stream.close()


def _fail(source: str, code: str, detail: str, state: str = "failed") -> Failure:
    return Failure(source=source, stage="read", code=code, detail=detail, state=state)


def _shown(name: str) -> str:
    return clean_line(name)[:500]
