"""JSON Lines in and out of the stage commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from rujuk.errors import ConfigError, InputError
from rujuk.model.codec import dumps


def read_lines(file: str) -> Iterator[tuple[int, dict[str, Any] | InputError]]:
    """Give (line number from 1, object) of each line that is not blank; `-` is standard input.

    A line that is no JSON object comes as an InputError, so that the caller can count it and go on.

    Raises:
        ConfigError: the file cannot be opened.
    """
    name = "standard input" if file == "-" else file
    try:
        stream = sys.stdin.buffer if file == "-" else open(file, "rb")  # noqa: SIM115 - closed below, stdin is not ours
    except OSError as e:
        raise ConfigError(f"cannot open: {e.strerror}", where=file, expected="a file of JSON Lines, or -") from e
    try:
        for number, raw in enumerate(stream, 1):
            if raw.strip():
                yield number, _line(raw, f"{name}, line {number}")
    finally:
        if file != "-":
            stream.close()


def _line(raw: bytes, where: str) -> dict[str, Any] | InputError:
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as e:
        return InputError(f"no JSON: {e}", where=where, expected="one JSON object a line", code="bad-json")
    if not isinstance(value, dict):
        return InputError(f"a {type(value).__name__}", where=where, expected="one JSON object a line", code="bad-json")
    return value


def write_line(value: object) -> None:
    """Write one value as one line on standard output."""
    sys.stdout.write(dumps(value))
    sys.stdout.write("\n")


def complain(error: InputError) -> None:
    """Tell of a line that could not be used."""
    print(f"rujuk: {error}", file=sys.stderr)
