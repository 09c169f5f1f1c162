"""Language packs: a folder of data per language, loaded once, checked, and asked for meaning by the stages.

A pack is a folder `lang/<code>/` with `pack.toml` and one TOML or TSV file a lexicon.  What a layer needs of it is a typed lexicon: a class
with a `load(pack)` class method, read from the pack's tables and kept.  Stage code asks `pack.lexicon(TimeLexicon)` and holds no word of any
language itself.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol, Self, TypeAlias, TypeVar, cast

from rujuk.errors import PackError


class Lexicon(Protocol):
    """What a layer knows of one language."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        """Read the lexicon from the pack's tables.

        Raises:
            PackError: a table lacks what the lexicon needs.
        """
        ...


L = TypeVar("L", bound=Lexicon)


class LanguagePack:
    """One language: its code, its tables, and the lexicons built from them."""

    def __init__(self, code: str, folder: Traversable) -> None:
        self.code = code
        self.folder = folder
        self._lexicons: dict[type[Any], Any] = {}
        self._tables: dict[str, dict[str, Any]] = {}
        if not folder.joinpath("pack.toml").is_file():
            raise PackError("no pack.toml", expected="a language pack", where=str(folder), remedy="see docs/adding-a-language.md")

    def lexicon(self, kind: type[L]) -> L:
        """Give the lexicon of class `kind`, built at its first use."""
        if kind not in self._lexicons:
            self._lexicons[kind] = kind.load(self)
        return cast(L, self._lexicons[kind])

    def table(self, name: str) -> dict[str, Any]:
        """Read the TOML file `name` (without ending), once: several lexicons share one.  Nobody changes what it gives.

        Raises:
            PackError: the file is missing or is no TOML.
        """
        if name not in self._tables:
            self._tables[name] = self._read_table(name)
        return self._tables[name]

    def _read_table(self, name: str) -> dict[str, Any]:
        file = self.folder.joinpath(f"{name}.toml")
        try:
            return tomllib.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError as e:
            raise PackError(f"no {name}.toml", where=f"lang/{self.code}", expected="this table") from e
        except tomllib.TOMLDecodeError as e:
            raise PackError(str(e), where=f"lang/{self.code}/{name}.toml", expected="TOML") from e

    def rows(self, name: str) -> Iterator[tuple[str, ...]]:
        """Read the TSV file `name` (without ending); blank lines and lines that start with `#` are passed over.

        Raises:
            PackError: the file is missing.
        """
        file = self.folder.joinpath(f"{name}.tsv")
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError as e:
            raise PackError(f"no {name}.tsv", where=f"lang/{self.code}", expected="this table") from e
        for line in text.split("\n"):
            if line.strip() and not line.startswith("#"):
                yield tuple(line.split("\t"))

    def files(self) -> list[str]:
        """Name the pack's data files, sorted."""
        return sorted(f.name for f in self.folder.iterdir() if f.name.endswith((".toml", ".tsv", ".crfsuite")))

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of the pack's data files, in order of their names."""
        return digest_of((name, self.folder.joinpath(name).read_bytes()) for name in self.files())


BUILT_IN = ("id", "en")


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """Give the SHA-256 over names and bytes of files, in the order given."""
    total = hashlib.sha256()
    for name, data in files:
        total.update(name.encode() + b"\0")
        total.update(hashlib.sha256(data).digest())
    return f"sha256:{total.hexdigest()}"


def folder_digest(folder: Traversable) -> str:
    """Give the SHA-256 over the data files (TOML, TSV) of one folder, in order of their names."""
    files = sorted((f for f in folder.iterdir() if f.name.endswith((".toml", ".tsv"))), key=lambda f: f.name)
    return digest_of((f.name, f.read_bytes()) for f in files)


def data_digests() -> dict[str, str]:
    """Give the digests of all language data: each built-in pack by its code, and what all packs share (`agencies`, `gazetteer`)."""
    root = resources.files("rujuk.lang")
    packs = {code: LanguagePack(code, root / code).digest for code in BUILT_IN}
    return {**packs, "agencies": folder_digest(root), "gazetteer": folder_digest(root / "gazetteer")}


@cache
def load_pack(code: str) -> LanguagePack | None:
    """Give the pack of a language, or None where there is none.

    Built-in packs come first; others are found under the entry point `rujuk.lang`, whose objects are package names that hold the
    pack's folder.
    """
    if code in BUILT_IN:
        return LanguagePack(code, resources.files("rujuk.lang") / code)
    from importlib.metadata import entry_points

    for entry in entry_points(group="rujuk.lang"):
        if entry.name == code:
            return LanguagePack(code, resources.files(entry.value))
    return None


def alternatives(words: Iterable[str], *, exact: bool = False) -> str:
    """Make a regular expression that matches any of the words, the longest where several do, with any white space between their parts unless `exact`.

    Words with the same beginning share it (a trie), so that a text is held against each beginning once and not against every word.  Word
    boundaries are the caller's.
    """
    trie: _Trie = {}
    for word in words:
        if word:
            node = trie
            for piece in _PIECE.findall(re.escape(word)):
                node = node.setdefault(_SPACES if piece[-1] == " " and not exact else piece, {})
            node[_END] = {}
    return "|".join(_branches(trie)) or r"(?!)"


_Trie: TypeAlias = "dict[str, _Trie]"
_PIECE = re.compile(r"(?:\\ )+|\\?.", re.DOTALL)
_SPACES = r"[^\S\n]+"
_END = ""


def _branches(node: _Trie) -> list[str]:
    """Give the alternatives below a node of a trie; a word that ends there is left to the caller."""
    out = []
    for piece in sorted(node.keys() - {_END}):
        below = node[piece]
        rest = _branches(below)
        if len(rest) > 1 or (rest and _END in below):
            out.append(f"{piece}(?:{'|'.join(rest)}){'?' if _END in below else ''}")
        else:
            out.append(piece + "".join(rest))
    return out


def words_of(table: dict[str, Any], key: str, *, where: str) -> Sequence[str]:
    """Give the list of words under `key`.

    Raises:
        PackError: it is missing or no list of strings.
    """
    value = table.get(key)
    if not isinstance(value, list) or not all(isinstance(x, str) for x in value):
        raise PackError(f"{key!r} is {type(value).__name__}", expected="a list of strings", where=where)
    return value
