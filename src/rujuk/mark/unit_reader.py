"""Units beside a number: currency signs and names of measures before it, units after it."""

from __future__ import annotations

import re

from rujuk.lang.units import Unit, UnitLexicon

_MONEY = re.compile(
    r"(?<![^\W\d_])(\$[A-Z]{1,2}|[^\W\d_]{1,3}\.?[^\W\d_]?\.?\s?[$€£¥]|[$€£¥₹₩₱฿₦₴₪₺₽]|[^\W\d_]{1,4}\.?)[ \u00a0]?$"
)
_NAME = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?: of| \([A-Z]\)|-)?)[ \u00a0]?$")
_SIGN = re.compile(r"[ \u00a0]?((?:US|us)?[%°$€£¥₹¢](?:[CFcf](?!\w))?|''?(?!\w)|\"(?=\s|$))")
_WORD = re.compile(r"[ \u00a0-]?([^\W\d_]+(?:/[^\W\d_]+|[²³]|[23](?!\d))?(?:\.[^\W\d_]+\.?)?)")
_PARTS = re.compile(r"[./]")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def money_before(text: str, start: int, at: int, lexicon: UnitLexicon) -> tuple[Unit, int] | None:
    """Find the currency that stands right before `at`, not before `start`; give it and where it begins."""
    left = max(start, at - 7)
    m = _MONEY.search(text[left:at])
    if m is None:
        return None
    unit = lexicon.money_before.get(m[1]) or lexicon.money_before.get(m[1].replace(" ", ""))
    if unit is None and m[1][-1] in "$€£¥" and len(m[1]) > 1:
        unit = lexicon.money_before.get(m[1][-1])
        return (unit, left + m.end(1) - 1) if unit else None
    return (unit, left + m.start(1)) if unit else None


def named_before(text: str, start: int, at: int, lexicon: UnitLexicon) -> tuple[Unit, int] | None:
    """Find the name of a measure right before `at` ("magnitudo 4,8"); a lone letter only as a capital."""
    left = max(start, at - 18)
    m = _NAME.search(text[left:at])
    if m is None:
        return None
    word = m[1].casefold()
    unit = lexicon.named_before.get(word)
    if unit is None or (len(m[1]) == 1 and not m[1].isupper()):
        return None
    return unit, left + m.start(1)


def unit_after(text: str, at: int, end: int, lexicon: UnitLexicon) -> tuple[Unit, int] | None:
    """Find the unit that begins at `at` (after a blank or a hyphen, if any), the longest; give it and where it ends."""
    sign = _SIGN.match(text, at, end)
    if sign:
        unit = lexicon.after.get(sign[1].casefold())
        return (unit, sign.end()) if unit else None
    m = _WORD.match(text, at, end)
    if m is None:
        return None
    word = m[1].casefold()
    phrases = [(word, m.end())]
    here = m.end()
    while len(phrases) < lexicon.words_after.get(word, 0) and (more := _NEXT.match(text, here, end)):
        phrases.append((f"{phrases[-1][0]} {more[1].casefold()}", more.end()))
        here = more.end()
    for phrase, stop in reversed(phrases):
        unit = lexicon.after.get(phrase)
        if unit and not text[stop : stop + 1].isalnum():
            return unit, stop
    head = _PARTS.split(word, 1)[0]
    if head != word and (unit := lexicon.after.get(head)):
        return unit, m.start(1) + len(head)
    return None
