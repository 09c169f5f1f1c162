"""Shingles: runs of words as 64-bit numbers, the same on every machine."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LENGTH = 5
"""Words a shingle.  Source: the silver standard of text reuse counts common five-word sequences."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: an odd number that mixes well


@lru_cache(maxsize=1 << 18)
def number_of(word: str) -> int:
    """Give the 64-bit number of a word, the same on every machine."""
    data = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.crc32(data[::-1], 0x5BD1E995)


def shingles(words: Sequence[str], length: int = LENGTH) -> NDArray[np.uint64]:
    """Give the number of each run of `length` words, in order: shape (max(0, len(words) - length + 1),)."""
    count = len(words) - length + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    numbers = np.array([number_of(w) for w in words], dtype=np.uint64)
    total = numbers[:count].copy()
    with np.errstate(over="ignore"):
        for k in range(1, length):
            total = total * _FACTOR + numbers[k : k + count]
        total ^= total >> np.uint64(29)
        total *= _FACTOR
    return total
