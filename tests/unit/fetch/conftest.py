"""A stand of answers, and runs against it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsstand import Stand, settings
from rujuk.fetch.run import Fetched, fetch
from rujuk.read.links import links_in

Go = Callable[..., Fetched]


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
