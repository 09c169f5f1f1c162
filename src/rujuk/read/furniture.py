"""Page furniture out of a bare text, line by line: what stays is what the report says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rujuk.lang.furniture import FurnitureLexicon
from rujuk.model.report import BlockKind
from rujuk.read.dates import clock_and_zone, find_days
from rujuk.read.drafts import Line
from rujuk.read.heads import is_date_line
from rujuk.text.lines import is_prose, is_title_like, title_share

_BAR = re.compile(r"\s?[|•·»›]\s?")
_BRACKETED = re.compile(r"(?:[^\[\]]{2,40}\s)?\[[^\[\]]{2,30}\](?:\s?\[[^\[\]]{2,30}\]){2,30}")
_ASIDE = re.compile(r"\([^()]{5,300}\)|\[[^\[\]]{5,300}\]")
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"\s{2,}")
_TOKEN = re.compile(r"\S+")
_STOP = re.compile(r"[^\W\d]{2}[.!][\"'”’]?$")
_LABEL = re.compile(r"[\w ]{2,30}:\s")
_RANK = re.compile(r"^\d{1,2}(?=[^\W\d_])")
_ITEM = re.compile(r"[\"“●•*#–-]|\d{1,2}[.,)]")
TAIL_SHARE = 0.5
"""A list of other stories may hold this share of the prose before it and still end the page: teasers have sentences too."""
FOOTER = 4
"""Lines that a page's footer menu and its notes have at most."""
FLATTENED = 600
"""Characters from which a line is looked through for titles that ran into it; paragraphs of news are shorter."""
LONE_TITLE = 6
"""Words a title must have to be cut without a cue."""
_SENTENCE_END = re.compile(r"(?:(?<=[^\W\d]{3})|(?<=[\d)\]]))[.!?][\"”’)]?\s+(?=[A-Z0-9])")
_POSTED = re.compile(r"[—–-]{1,2}\s?[^()]{1,80}\(@\w{1,30}\),?\s\S")
"""The line below an embedded post: "— Name (@name) May 6, 2024"."""
_IN_POST = re.compile(r"\bpic\.twitter\.com/\w|\bhttps://t\.co/\w")
LONGEST_CAPTION = 700


def clear_furniture(lines: Sequence[str], lexicon: FurnitureLexicon) -> list[Line]:
    """Take page furniture out of a report's lines (title and head lines already off) and tell captions and subheadings.

    Pure and linear in the text.  Lines keep their order; nothing is rewritten but what a piece of furniture was cut out of.
    """
    kept = _single_off(_footer_off(lines), lexicon)
    kept = _sections_off(_lists_off(_dated_off(kept), lexicon), lexicon)
    kept = _links_at_end_off(kept, lexicon)
    return _kinds(kept, lexicon)


def is_furniture(text: str, lexicon: FurnitureLexicon) -> bool:
    """Say whether a whole line is furniture by itself."""
    if (len(text) <= 120 and lexicon.whole.search(text)) or is_menu(text) or _is_bare_menu(text, lexicon):
        return True
    words = text.count(" ") + 1
    return any(words <= most and pattern.match(text) for most, pattern in lexicon.starts)


def is_menu(text: str) -> bool:
    """Say whether a line is a menu: three or more short names of one to four words between bars, bullets or in brackets each."""
    if len(text) > 400 or text[-1] in ".!?;:,":
        return False
    if _BRACKETED.fullmatch(text):
        return True
    parts = _BAR.split(text.strip("|•·»› "))
    return len(parts) >= 3 and all(p[:1].isupper() and len(p) <= 30 and p.count(" ") <= 3 and not _DIGIT.search(p) for p in parts)


def _is_bare_menu(text: str, lexicon: FurnitureLexicon) -> bool:
    """Say whether a line is names of sections and buttons in a row ("Home News Sport Subscribe"): at least half are known ones."""
    words = text.split()
    if not 4 <= len(words) <= 15 or len(text) > 120 or not all(w.isalpha() and w[0].isupper() for w in words):
        return False
    known = sum(1 for w in words if lexicon.section.search(w) or lexicon.whole.search(w))
    return known >= 3 and 2 * known >= len(words)


def is_caption(text: str, lexicon: FurnitureLexicon) -> bool:
    """Say whether a line ends or opens with a photo credit."""
    return len(text) <= LONGEST_CAPTION and lexicon.caption.search(text) is not None


def _single_off(lines: Iterable[str], lexicon: FurnitureLexicon) -> list[str]:
    out = []
    for line in lines:
        text = lexicon.inline.sub(" ", line)
        if text != line:
            text = _SPACES.sub(" ", text).strip()
        heads_list = len(text) <= 60 and lexicon.listing.search(text) is not None  # the list goes with its heading, later
        if not text or (not heads_list and is_furniture(text, lexicon)):
            continue
        text = _teasers_off(text, lexicon)
        out.append(_loose_titles_off(text, lexicon) if len(text) > FLATTENED else text)
    return [x for x in out if x]


def _footer_off(lines: Sequence[str]) -> Sequence[str]:
    """Take off a menu below the report and what little the page prints under it."""
    prose = [n for n, x in enumerate(lines) if is_prose(x)]
    for n in range(len(lines) - 1, max(len(lines) - 1 - FOOTER, 0), -1):
        if is_menu(lines[n]) and len([p for p in prose if p < n]) >= 2 and len([p for p in prose if p > n]) <= 1:
            return lines[:n]
    return lines


def _teasers_off(text: str, lexicon: FurnitureLexicon) -> str:
    """Cut other stories' titles that a cue announces inside running text."""
    m = lexicon.teaser.search(text)
    while m is not None:
        end = _title_end(text, m.end(), lexicon)
        text = f"{text[: m.start()].rstrip()} {text[end:].lstrip()}".strip()
        m = lexicon.teaser.search(text, m.start())
    return text


def _loose_titles_off(text: str, lexicon: FurnitureLexicon) -> str:
    """Cut titles of other stories that ran into a text whose paragraphs were lost, where a new sentence opens right after one.

    Only words that cannot go on a sentence (capitalised small words, pronouns, sentence adverbs) prove the end, so that a long chain of names
    and offices is never cut.
    """
    out, at = [], 0
    for m in _SENTENCE_END.finditer(text):
        start = m.end()
        if start < at:
            continue
        end = _title_end(text, start, lexicon)
        run = text[start:end].split()
        after = _TOKEN.search(text, end)
        if len(run) < LONE_TITLE or after is None or after[0].strip(",:") not in lexicon.openers or run[-1][-1] in ".?!":
            continue
        if title_share(text[start:end], lexicon.small) >= 0.95:
            out.append(text[at:start])
            at = after.start()
    return "".join([*out, text[at:]]).strip() if out else text


def _title_end(text: str, start: int, lexicon: FurnitureLexicon) -> int:
    """Find where a title that starts at `start` ends: before the first word that a title writes otherwise, or that opens a sentence."""
    end = start
    places: list[tuple[int, int]] = []
    for n, m in enumerate(_TOKEN.finditer(text, start)):
        word = m[0].strip("\"'“”‘’(),:;")
        low = word.lower()
        if n >= 3 and word in lexicon.openers:
            break
        if word[:1].islower() and low not in lexicon.small:
            end = _back_to_opening(text, places)
            break
        places.append(m.span())
        end = m.end()
        if m[0].endswith((".", "?", "!")) and n >= 3:
            break
        if n > 30:
            break
    return end


def _back_to_opening(text: str, places: list[tuple[int, int]]) -> int:
    """Give the place before the word that opens the sentence a title ran into: the last capitalised one, and numbers after it."""
    last = len(places) - 1
    while last >= 0 and not text[places[last][0]].isupper():
        last -= 1
    return places[last][0] if last >= 3 else places[-1][1] if places else 0


def _dated_off(lines: list[str]) -> list[str]:
    """Take off a list of links that each open with a date ("Monday, 2 May 2022 10:15 Title"), where there are three or more."""
    dated = {
        n
        for n, x in enumerate(lines)
        if len(x) <= 200 and x[:40].count(" ") >= 2 and any(c.isdigit() for c in x[:24]) and _is_dated_link(x)
    }
    return [x for n, x in enumerate(lines) if n not in dated] if len(dated) >= 3 else lines


def _is_dated_link(text: str) -> bool:
    text = _RANK.sub("", text)
    found = next(find_days(text[:60], day_first=True), None)
    if found is None:
        return False
    _, _, end = found
    clock = [b for a, b in clock_and_zone(text[:80]) if a >= end and a - end < 12]
    rest = text[max([end, *clock]) :].strip(" |-–,:.")
    return is_date_line(text[:end]) and rest.count(" ") >= 2 and rest[-1:] not in ".,;:"


def _lists_off(lines: list[str], lexicon: FurnitureLexicon) -> list[str]:
    """Take off headings of link lists with their links; a list that ends the page takes the rest with it."""
    prose = [len(x) if is_prose(x) or _STOP.search(x) else 0 for x in lines]
    total = sum(prose)
    out: list[str] = []
    before = 0
    n = 0
    while n < len(lines):
        text = lines[n]
        short = len(text) <= 60
        if short and lexicon.listing.search(text) and before:
            after = total - before
            if after <= TAIL_SHARE * before and not _goes_on(lines[n + 1 :]):
                break
            n = _after_links(lines, n + 1, lexicon, strict=False)
            continue
        if short and (lexicon.heading.search(text) or lexicon.listing.search(text)):
            n = _after_links(lines, n + 1, lexicon, strict=True) if before else n + 1
            continue
        before += prose[n]
        out.append(text)
        n += 1
    return out


def _goes_on(lines: list[str]) -> bool:
    """Say whether a report goes on: three lines of prose in a row."""
    run = 0
    for line in lines:
        run = run + 1 if is_prose(line) else 0
        if run == 3:
            return True
    return False


def _after_links(lines: list[str], n: int, lexicon: FurnitureLexicon, *, strict: bool) -> int:
    """Step over lines that are titles of other stories, or their dates."""
    while n < len(lines):
        text = lines[n]
        words = text.count(" ") + 1
        like = is_title_like(text) and not is_caption(text, lexicon) and not _ITEM.match(text)
        if is_date_line(text) or (like and not strict) or (like and words >= 4 and title_share(text, lexicon.small) >= 0.7):
            n += 1
        else:
            break
    return n


def _sections_off(lines: list[str], lexicon: FurnitureLexicon) -> list[str]:
    """Take off names of sections above the first line of prose."""
    first = next((n for n, x in enumerate(lines) if is_prose(x) and not is_caption(x, lexicon)), len(lines))
    return [x for n, x in enumerate(lines) if not (n < first and len(x) <= 40 and lexicon.section.search(x))]


def _links_at_end_off(lines: list[str], lexicon: FurnitureLexicon) -> list[str]:
    """Take off a run of three or more titles after the last prose, and dates among them."""
    last = len(lines)
    if last and _ASIDE.fullmatch(lines[-1]) and last > 3 and all(_is_link(x, lexicon) or is_date_line(x) for x in lines[-4:-1]):
        last -= 1  # the page's note on itself, below its list
    while last and not is_prose(lines[last - 1]) and (is_date_line(lines[last - 1]) or _is_link(lines[last - 1], lexicon)):
        last -= 1
    if len(lines) - last >= 3 and last and not lines[last - 1].endswith(":"):
        return lines[:last]
    return lines


def _is_link(text: str, lexicon: FurnitureLexicon) -> bool:
    words = text.count(" ") + 1
    return (
        words >= 5
        and is_title_like(text)
        and title_share(text, lexicon.small) >= 0.8
        and not is_caption(text, lexicon)
        and not _ITEM.match(text)
        and not _LABEL.match(text)
    )


def _kinds(lines: list[str], lexicon: FurnitureLexicon) -> list[Line]:
    """Tell captions (a photo credit, or printed twice together), embedded posts and subheadings from the body."""
    twice = {a for a, b in pairwise(lines) if a == b and len(a) > 20}
    posts = {m for n, x in enumerate(lines) if _POSTED.match(x) for m in (n - 1, n)} | {
        n for n, x in enumerate(lines) if _IN_POST.search(x)
    }
    out: list[Line] = []
    for n, text in enumerate(lines):
        kind = BlockKind.BODY
        if text in twice or is_caption(text, lexicon):
            kind = BlockKind.CAPTION
        elif n in posts:
            kind = BlockKind.QUOTED
        elif 0 < n < len(lines) - 1 and len(text) <= 90 and is_prose(lines[n + 1]) and _is_subheading(text):
            kind = BlockKind.SUBHEADING
        out.append(Line(text=text, kind=kind))
    return out


def _is_subheading(text: str) -> bool:
    return (
        is_title_like(text, most=12)
        and text[0] not in '"“-•*'
        and not text.endswith(('"', "”", ","))
        and not text[0].islower()
        and not _LABEL.match(text)
    )
