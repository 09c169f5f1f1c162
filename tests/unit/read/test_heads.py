"""Head lines and author names."""

from __future__ import annotations

import pytest

from rujuk.read.heads import is_date_line, read_head_line, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Example and Bo Sample", ("Ann Example", "Bo Sample")),
        ("Ann Example, Bo Sample, Cy Model", ("Ann Example", "Bo Sample", "Cy Model")),
        ("Sri Contoh -detikNews", ("Sri Contoh",)),
        ("Oleh: Sri Contoh dan Budi Misal", ("Sri Contoh", "Budi Misal")),
        ("SRI CONTOH", ("Sri Contoh",)),
        ("Ann Example, political correspondent", ("Ann Example",)),
        ("admin", ()),
        ("https://example.org/ann", ()),
        (["Ann Example", "ann example", ""], ("Ann Example",)),
        (None, ()),
    ],
)
def test_names(text: str | list[str] | None, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_labelled_names() -> None:
    head = read_head_line("Penulis: Sri Contoh | Editor: Budi Misal")
    assert head is not None
    assert head.bylines == ("Sri Contoh",)
    found = read_head_line("Editor:")
    assert found is not None
    assert found.label_only


def test_clock_times_in_four_digits() -> None:
    head = read_head_line("POSTED: 1052 GMT (1852 HKT), April 10, 2031")
    assert head is not None
    assert head.published is not None
    assert head.published.local == "2031-04-10T10:52:00+00:00"


def test_posted_and_updated() -> None:
    head = read_head_line("Posted: Nov 27, 2005 8:20 AM ET Last Updated: Nov 28, 2005 8:10 PM ET")
    assert head is not None
    assert head.published is not None
    assert head.updated is not None
    assert (head.published.local, head.updated.local) == ("2005-11-27T08:20:00", "2005-11-28T20:10:00")


@pytest.mark.parametrize(
    "text", ["Selasa, 23 Desember 2025 | 04:16", "11 / 27 / 2005 7: 21 AM", "Updated Thu 6 May 2010, 9:03am AEST"]
)
def test_date_lines(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gempa terjadi pada Rabu (18/6/2025), pukul 15.24 WIB.",
        "Kerusuhan 2 Januari 2022 di Kota Contoh",
        "By the time the rain stopped, 5 May 2010, the bridge was gone",
        "Oleh karena itu warga mengungsi",
        "By nightfall",
    ],
)
def test_lines_of_the_report_are_no_head_lines(text: str) -> None:
    assert read_head_line(text) is None
