"""What a word, its language and the rest of a report say against a tagged name."""

from __future__ import annotations

from rujuk.lang.base import load_pack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import Words
from rujuk.mark.sifting import sift, spellings
from rujuk.mark.tagger import Name, NameTagger
from rujuk.model.marks import EntityKind

PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION


def tools(language: str) -> tuple[NameTagger, NameLexicon]:
    pack = load_pack(language)
    assert pack is not None
    return pack.lexicon(NameTagger), pack.lexicon(NameLexicon)


def left(sentence: str, tagged: list[tuple[str, EntityKind]], language: str = "en", report: str = "") -> list[str]:
    """Tag the phrases as told and give what sifting leaves of them."""
    tagger, lexicon = tools(language)
    line = tagger.split(sentence)
    names = []
    for phrase, kind in tagged:
        words = tagger.split(phrase).words
        first = next(i for i in range(len(line.words)) if line.words[i : i + len(words)] == words)
        names.append(Name(first, first + len(words), kind))
    small = spellings([line, tagger.split(report)] if report else [line])
    return [" ".join(line.words[n.first : n.end]) for n in sift(names, line, small, lexicon)]


def test_contractions_are_no_names() -> None:
    assert left("Now I'm here with Mary Hale", [("I'm", PERSON), ("Mary Hale", PERSON)]) == ["Mary Hale"]
    assert left("I’m Mary Hale and this is news", [("I’m Mary Hale", PERSON)]) == ["Mary Hale"]


def test_a_word_that_the_report_also_writes_small_opens_a_sentence() -> None:
    opening, rest = "Frobbles were found there", "They counted frobbles all day"
    assert left(opening, [("Frobbles", PERSON)], report=rest) == []
    assert left(opening, [("Frobbles", PERSON)]) == ["Frobbles"]


def test_endings_of_ordinary_words_tell_at_the_start_only() -> None:
    assert left("Frobblegoers left the hall", [("Frobblegoers", PERSON)]) == []
    assert left("They met Frobblegoers there", [("Frobblegoers", PERSON)]) == ["Frobblegoers"]


def test_compounds_with_an_ordinary_word_are_no_names() -> None:
    assert left("The Singapore-based firm grew", [("Singapore-based", PLACE)]) == []
    assert left("The Oslo-based Hale Group grew", [("Oslo-based Hale Group", BODY)]) == ["Hale Group"]
    assert left("The al-Assad clan and Nice-Matin", [("al-Assad", PERSON), ("Nice-Matin", BODY)]) == ["al-Assad", "Nice-Matin"]


def test_peoples_of_two_words_are_no_names() -> None:
    assert left("a North Korean envoy in North Korea", [("North Korean", PERSON), ("North Korea", PLACE)]) == ["North Korea"]


def test_a_credit_ends_before_the_sentence_behind_it() -> None:
    assert left("Reuters People waited outside", [("Reuters People", BODY)]) == ["Reuters"]
    assert left("He moved to Reuters News", [("Reuters News", BODY)]) == ["Reuters News"]


def test_half_a_bracket_is_cut() -> None:
    assert left("Pemerintah Provinsi (Pemprov) DKI Jakarta", [("Pemprov) DKI Jakarta", PLACE)], "id") == ["DKI Jakarta"]


def test_abbreviations_of_things_are_no_bodies() -> None:
    assert left("Warga membawa KTP ke KPK", [("KTP", BODY), ("KPK", BODY)], "id") == ["KPK"]
    assert left("They switched the GPS off", [("GPS", BODY)]) == []


def test_offices_alone_are_nobody() -> None:
    assert left("kata Chief Officer itu", [("Chief Officer", PERSON)], "id") == []


def test_spellings_keep_capitals_apart() -> None:
    lines = [Words([], ["Api", "membakar"], [], [], [], False), Words([], ["Pasar"], [], [], [], False)]
    assert spellings(lines) == {"Api", "membakar", "Pasar"}
