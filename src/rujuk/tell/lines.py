"""Lines of text for the terminal: wrapped, in one language, with colour or without.

`rich` wraps and colours; without colour nothing but text is written, so that output can be piped and compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rujuk.model.story import Bilingual
from rujuk.tell import format as fmt
from rujuk.tell.words import Language, in_language, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

QUOTED = ('"', "“", "”", "'")
"""Marks with which a sentence brings its own quotation."""


class Writer:
    """Lines of a fixed width in one language, with colour or without."""

    def __init__(self, out: TextIO, language: str, colour: bool, width: int) -> None:
        from rich.console import Console

        class Piped(Console):
            def on_broken_pipe(self) -> None:
                raise BrokenPipeError  # rich would end the program with exit code 1

        self.language: Language = "en" if language == "en" else "id"
        self.console: Console = Piped(
            file=out, width=max(40, width), force_terminal=colour, color_system="standard" if colour else None, no_color=not colour,
            highlight=False, markup=False, emoji=False, soft_wrap=False, legacy_windows=False,
        )  # fmt: skip

    def say(self, key: str, **fields: object) -> str:
        """Give the words under a key."""
        return say(key, self.language, **fields)

    def many(self, key: str, n: int) -> str:
        """Give a counted noun."""
        return in_language(fmt.counted(key, n), self.language)

    def words(self, words: Bilingual) -> str:
        """Give the words of this language."""
        return in_language(words, self.language)

    def blank(self) -> None:
        """Leave a line empty."""
        self.console.print()

    def title(self, words: str) -> None:
        """Print the title of a story."""
        self.console.print()
        self._print(_text(words, "bold underline"), 0)

    def heading(self, words: str) -> None:
        """Print a heading."""
        self.console.print()
        self._print(_text(words.upper(), "bold"), 0)

    def line(self, words: str, style: str = "", *, indent: int = 0, lead: tuple[int, str] | None = None) -> None:
        """Print a line; `lead` styles its first characters."""
        text = _text(words, style)
        if lead:
            text.stylize(lead[1], 0, lead[0])
        self._print(text, indent)

    def quote(self, before: str, mark: str, after: str, indent: int) -> None:
        """Print a sentence with the evidence in it marked."""
        marks = ("", "") if (before + mark)[:1] in QUOTED or (mark + after)[-1:] in QUOTED else ("“", "”")
        text = _text(marks[0] + before, "dim")
        text.append(_plain(mark), "bold underline")
        text.append(_plain(after + marks[1]), "dim")
        self._print(text, indent)

    def _print(self, text: Text, indent: int) -> None:
        for line in text.wrap(self.console, self.console.width - indent):
            line.rstrip()
            self.console.print(" " * indent, line, sep="")


def _plain(words: str) -> str:
    """Keep a report's control characters away from the terminal."""
    return "".join(
        " " if c in "\n\r\t\x0b\x0c\u2028\u2029" else c
        for c in words
        if (c >= " " and not "\x7f" <= c <= "\x9f") or c in "\n\r\t"
    )


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(_plain(words), style=style)
