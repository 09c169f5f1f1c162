"""Language packs: loading, digests, clear errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from rujuk.errors import PackError
from rujuk.lang.base import BUILT_IN, LanguagePack, alternatives, data_digests, load_pack, words_of
from rujuk.lang.rarity import Rarity


@pytest.mark.parametrize("code", BUILT_IN)
def test_a_built_in_pack_names_itself(code: str) -> None:
    pack = load_pack(code)
    assert pack is not None
    assert pack.table("pack")["code"] == code
    assert pack.digest == LanguagePack(code, pack.folder).digest
    assert pack.lexicon(Rarity) is pack.lexicon(Rarity)


@pytest.mark.parametrize("code", BUILT_IN)
def test_every_table_says_what_it_means(code: str) -> None:
    pack = load_pack(code)
    assert pack is not None
    for name in pack.files():
        if name.endswith((".toml", ".tsv")):
            assert pack.folder.joinpath(name).read_text(encoding="utf-8").startswith("#"), (
                f"{code}/{name} opens without a comment"
            )


def test_an_unknown_language_has_no_pack() -> None:
    assert load_pack("tlh") is None


def test_a_broken_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml"):
        LanguagePack("xx", tmp_path)
    (tmp_path / "pack.toml").write_text("code = 'xx'", encoding="utf-8")
    (tmp_path / "bad.toml").write_text("code = ", encoding="utf-8")
    (tmp_path / "rarity.tsv").write_text("# words\nkata\n", encoding="utf-8")
    pack = LanguagePack("xx", tmp_path)
    with pytest.raises(PackError, match=r"bad\.toml"):
        pack.table("bad")
    with pytest.raises(PackError, match="no none"):
        pack.table("none")
    with pytest.raises(PackError, match="rarity"):
        pack.lexicon(Rarity)
    with pytest.raises(PackError, match="list of strings"):
        words_of({"x": [1]}, "x", where="here")


def test_a_change_of_data_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("code = 'xx'", encoding="utf-8")
    before = LanguagePack("xx", tmp_path).digest
    (tmp_path / "pack.toml").write_text("code = 'xy'", encoding="utf-8")
    assert LanguagePack("xx", tmp_path).digest != before


def test_alternatives_prefer_the_longest() -> None:
    import re

    pattern = re.compile(rf"(?:{alternatives(['kata', 'kata dia', 'ujar'])})")
    assert pattern.match("kata  dia").group() == "kata  dia"  # type: ignore[union-attr]
    assert not re.match(alternatives([]), "")


def test_alternatives_find_what_a_plain_list_would() -> None:
    import re

    words = ["di", "dia", "dia itu", "c++", "c", "a.b", "dewa", "di atas"]
    pattern = re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")
    for word in words:
        found = pattern.search(f"x {word}, y")
        assert found is not None
        assert found[0] == word
    assert not pattern.search("diam dewas aXb")


def test_the_digests_cover_all_language_data() -> None:
    assert set(data_digests()) == {*BUILT_IN, "agencies", "gazetteer"}
    assert len(set(data_digests().values())) == len(data_digests())
