"""Packed bodies: whole ones come out, bombs stop at the limit, broken ones are named."""

from __future__ import annotations

import gzip
import random
import time
import zlib

import brotli
import pytest

from rujuk.fetch.unpack import Broken, TooLarge, unpack

MOST = 1_000_000
NOISE = random.Random(7).randbytes(600_000)


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def quick_brotli(data: bytes) -> bytes:
    return brotli.compress(data, quality=1)


@pytest.mark.parametrize("data", [b"", b"a", b"kali " * 100_000, NOISE])
@pytest.mark.parametrize(
    ("name", "pack"),
    [("gzip", gzip.compress), ("br", quick_brotli), ("deflate", zlib.compress), ("deflate", bare), ("", bytes)],
)
def test_what_goes_in_comes_out(name: str, pack, data: bytes) -> None:  # type: ignore[no-untyped-def]
    assert unpack(pack(data), name, most=MOST) == data


def test_two_layers_and_members() -> None:
    assert unpack(brotli.compress(gzip.compress(b"abc")), "gzip, br", most=MOST) == b"abc"
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0", "x-gzip", most=MOST) == b"ab"
    assert unpack(gzip.compress(b"a") + b"<!-- debris -->", "gzip", most=MOST) == b"a"
    assert unpack(b"abc", "identity", most=MOST) == b"abc"


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("br", quick_brotli), ("deflate", zlib.compress)])
def test_bombs(name: str, pack) -> None:  # type: ignore[no-untyped-def]
    bomb = pack(bytes(40_000_000))
    start = time.monotonic()
    with pytest.raises(TooLarge):
        unpack(bomb, name, most=MOST)
    assert time.monotonic() - start < 1
    with pytest.raises(TooLarge):
        unpack(pack(NOISE * 2), name, most=MOST)
    assert len(unpack(pack(bytes(MOST)), name, most=MOST)) == MOST


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gzip", gzip.compress(NOISE)[:-5000]),
        ("br", brotli.compress(NOISE)[:-5000]),
        ("deflate", zlib.compress(NOISE)[:-5000]),
        ("gzip", b"<html>"),
        ("br", b"<html>plain</html>"),
        ("gzip, gzip, gzip", gzip.compress(b"")),
        ("zstd", b"x"),
    ],
)
def test_broken(name: str, data: bytes) -> None:
    with pytest.raises(Broken):
        unpack(data, name, most=MOST)
