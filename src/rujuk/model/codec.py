"""The JSON codec: nouns to plain JSON values and back, by their declared fields.

A field declared with `flat()` is written into its owner's object instead of below a key of its own (a mark's
span, a time's days) and left out while it is None.  A field declared with `named(...)` has that key.  `Span.where` is written as `"in": "title"`
and left out for the body, as the contract says.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from rujuk.model.span import Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
T = TypeVar("T")


def flat(**more: Any) -> Any:
    """Declare a field that is written into its owner's JSON object."""
    return field(metadata={"flat": True}, **more)


def named(key: str, **more: Any) -> Any:
    """Declare a field whose JSON key is not its Python name."""
    return field(metadata={"key": key}, **more)


def optional(key: str | None = None) -> Any:
    """Declare a field that is left out of the JSON while it is None, under `key` if that is not its Python name."""
    return field(default=None, metadata={"optional": True} | ({"key": key} if key else {}))


@cache
def _fields(kind: Any) -> tuple[tuple[Field[Any], str, bool, bool, Any], ...]:
    hints = typing.get_type_hints(kind)
    out = []
    for f in fields(kind):
        key = f.metadata.get("key", f.name)
        if kind is Span and f.name == "where":
            key = "in"
        out.append((f, key, bool(f.metadata.get("flat")), bool(f.metadata.get("optional")), hints[f.name]))
    return tuple(out)


def encode(value: object) -> Json:
    """Write a noun as a plain JSON value.

    Raises:
        TypeError: the value holds something that JSON cannot (a bug, not bad input).
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, StrEnum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(x) for x in value]
    if isinstance(value, dict):
        return {str(k): encode(v) for k, v in value.items()}
    if is_dataclass(value):
        out: dict[str, Json] = {}
        for f, key, is_flat, is_optional, _ in _fields(cast(Any, type(value))):
            item = getattr(value, f.name)
            if isinstance(value, Span) and f.name == "where" and item == "text":
                continue
            if is_optional and item is None:
                continue
            if is_flat:
                if item is not None:
                    out.update(cast(dict[str, Json], encode(item)))
            else:
                out[key] = encode(item)
        return out
    raise TypeError(f"cannot write {type(value).__name__} as JSON")


def _plain(hint: Any) -> Any:
    """The class behind `X | None`."""
    args = [a for a in typing.get_args(hint) if a is not type(None)]
    return args[0] if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union else hint


def decode(kind: type[T], value: Json) -> T:
    """Read a noun of class `kind` from a JSON value; unknown keys are passed over.

    Raises:
        ValueError: a required key is missing or a value has the wrong shape.
    """
    return cast(T, _reader(kind)(value))


def _reader(hint: Any) -> Callable[[Any], Any]:
    return lambda value: _read(hint, value)


def _read(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if isinstance(hint, types.UnionType) or origin is typing.Union:
        if value is None:
            return None
        return _read(_plain(hint), value)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        if not isinstance(value, list):
            raise ValueError(f"expected a list, found {type(value).__name__}")
        return tuple(_read(inner, x) for x in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise ValueError(f"expected an object, found {type(value).__name__}")
        inner = typing.get_args(hint)[1]
        return {str(k): _read(inner, v) for k, v in value.items()}
    if hint is date:
        return date.fromisoformat(str(value)[:10])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if isinstance(hint, type) and is_dataclass(hint):
        if not isinstance(value, dict):
            raise ValueError(f"expected an object for {hint.__name__}, found {type(value).__name__}")
        return _read_noun(hint, value)
    if hint is float and isinstance(value, int | float):
        return value
    if isinstance(hint, type) and hint is not object and not isinstance(value, hint):
        raise ValueError(f"expected {hint.__name__}, found {type(value).__name__}")
    return value


def _read_noun(kind: type, value: dict[str, Any]) -> Any:
    given: dict[str, Any] = {}
    for f, key, is_flat, _, hint in _fields(kind):
        if is_flat:
            inner = [k for _, k, _, _, _ in _fields(_plain(hint))]
            absent = all(value.get(k) is None for k in inner)
            given[f.name] = None if absent and _plain(hint) is not hint else _read(hint, value)
        elif key in value:
            given[f.name] = _read(hint, value[key])
        elif f.default is MISSING and f.default_factory is MISSING:
            raise ValueError(f"{kind.__name__} lacks {key!r}")
    return kind(**given)


def dumps(value: object, *, indent: int | None = None) -> str:
    """Write a noun, or any JSON value, as one canonical string: keys in declared order, no escapes beyond need."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(encode(value), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
