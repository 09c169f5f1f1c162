"""The exception tree: every error says what was expected, what was found, where, and what to do."""

from __future__ import annotations


class RujukError(Exception):
    """Any error that Rujuk raises on purpose.

    Args:
        found: what was found.
        expected: what would have been right.
        where: file, line or id; empty where there is none.
        remedy: what the person at the keyboard can do.
        code: a short stable name, used in `failures` and in tests.
    """

    def __init__(self, found: str, *, expected: str = "", where: str = "", remedy: str = "", code: str = "error") -> None:
        self.found, self.expected, self.where, self.remedy, self.code = found, expected, where, remedy, code
        super().__init__(str(self))

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.found}" if self.where else self.found]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.remedy:
            parts.append(self.remedy)
        return "; ".join(parts)


class InputError(RujukError):
    """This report, line or file is bad; work goes on with the others."""


class ConfigError(RujukError):
    """The command or its configuration is wrong; nothing is done."""


class PackError(RujukError):
    """A language pack or a measure is not as it must be; raised when it is loaded."""


class StoreError(RujukError):
    """What is remembered between runs cannot be used: damaged, of another version, or in use; nothing is done."""
