"""Spellings of one person's name."""

from __future__ import annotations

from rujuk.reconcile.bodies import plain


def same_person(a: str, b: str) -> bool:
    """Say whether two names of persons fit: equal words, all words of one in the other, or one letter's difference in a long name."""
    wa, wb = plain(a), plain(b)
    short, long = (wa, wb) if len(wa) <= len(wb) else (wb, wa)
    if not short:
        return False
    if all(w in long for w in short):
        return len(short) > 1 or len(short[0]) >= 3
    if len(short[-1]) > 2 and short[-1] == long[-1] and len(short[0]) == 1 and long[0].startswith(short[0]):
        return True
    if len(short) == len(long) >= 2:
        return sum(close(x, y) for x, y in zip(short, long, strict=True)) == len(short)
    return False


def close(a: str, b: str) -> bool:
    """Say whether two words differ by at most one letter (two in a word of eight), as spellings of one name do."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    budget = 2 if min(len(a), len(b)) >= 8 else 1
    if abs(len(a) - len(b)) > budget:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1] <= budget
