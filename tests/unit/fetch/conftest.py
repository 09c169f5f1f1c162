"""A stand of answers, and runs against it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsstand import Stand

from rujuk.fetch.addresses import Access
from rujuk.fetch.limits import Limits
from rujuk.fetch.run import Fetched, Settings, fetch
from rujuk.read.links import links_in

Go = Callable[..., Fetched]

QUICK = Limits(connect=1.0, read=0.4, total=1.0, tries=2, backoff=0.02, delay=0.0, longest_wait=1.0, raw=2_000_000, unpacked=3_000_000)
"""The limits of the tests: the same machinery, over in no time."""


async def lookup(host: str, port: int) -> list[str]:
    """Resolve the invented hosts to this machine; what is called "nowhere" has no address."""
    if "nowhere" in host:
        raise OSError("no such name")
    return ["127.0.0.1"]


def settings(**changes: object) -> Settings:
    """Settings that let the tests reach this machine."""
    values: dict[str, object] = {
        "agent": "Rujuk/test",
        "limits": QUICK,
        "access": Access(allow_private=True, ports=None),
        "lookup": lookup,
        "routed": lambda: True,
        "now": lambda: datetime(2031, 5, 12, 8, 0, tzinfo=UTC),
    }
    return Settings(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def stand() -> Iterator[Stand]:
    """A server with a few paths on it."""
    server = Stand()
    yield server
    server.stop()


@pytest.fixture
def go(tmp_path: Path) -> Go:
    """Fetch addresses into the test's folder."""

    def run(*urls: str, folder: Path = tmp_path, **changes: object) -> Fetched:
        done = Fetched()
        links = lambda data, source: links_in(data, source=source)  # noqa: E731
        asyncio.run(fetch(urls, folder, settings(**changes), links=links, done=done))
        return done

    return run
