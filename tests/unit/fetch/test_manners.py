"""Manners: robots.txt, the delay of a host, who we say we are, several hosts at a time."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace

import pytest

from newsstand import QUICK, Stand, page, sends
from rujuk.fetch.run import Fetched

Go = Callable[..., Fetched]


def test_robots_is_asked_once_and_obeyed(stand: Stand, go: Go) -> None:
    stand.put("/robots.txt", "User-agent: rujuk\nDisallow: /dalam\n\nUser-agent: *\nDisallow: /", kind="text/plain")
    for path in ("/a", "/b", "/dalam/c"):
        stand.put(path, page(path))
    done = go(*(stand.url(p) for p in ("/a", "/b", "/dalam/c")))
    assert done.counts == {"fetched": 2, "robots-denied": 1}
    assert stand.asked == {"/robots.txt": 1, "/a": 1, "/b": 1}


def test_robots_after_a_redirect_to_another_site(stand: Stand, go: Go) -> None:
    stand.put("/a", b"", status=301, Location=stand.url("/b", "lain.example"))
    stand.put("/b", page())
    # the same server stands behind both names, so the second site's rules are told apart by what it is asked for
    rules = {"warta": b"User-agent: *\nAllow: /", "lain": b"User-agent: *\nDisallow: /b"}
    stand.answers["/robots.txt"] = lambda h: h.send(rules[h.headers["Host"].split(".")[0]], 200, "text/plain", {})
    done = go(stand.url("/a"))
    assert done.counts == {"robots-denied": 1}
    assert done.rows[stand.url("/a")].final == stand.url("/b", "lain.example")
    assert stand.asked["/b"] == 0


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (404, "fetched"),
        (403, "fetched"),
        (410, "fetched"),
        (500, "robots-unreachable"),
        (503, "robots-unreachable"),
        (429, "rate-limited"),
    ],
)
def test_robots_that_is_not_there(stand: Stand, go: Go, status: int, outcome: str) -> None:
    stand.put("/robots.txt", b"", status=status)
    stand.put("/a", page())
    assert go(stand.url("/a")).counts == {outcome: 1}


def test_robots_behind_a_redirect_packed_and_long(stand: Stand, go: Go) -> None:
    rules = b"User-agent: *\nDisallow: /dalam\n" + b"# isi\n" * 200_000
    stand.put("/robots.txt", b"", status=301, Location="/r")
    stand.put("/r", gzip.compress(rules), Content_Encoding="gzip")
    stand.put("/dalam/a", page())
    assert go(stand.url("/dalam/a")).counts == {"robots-denied": 1}


def test_robots_that_leads_in_a_circle_is_none(stand: Stand, go: Go) -> None:
    stand.put("/robots.txt", b"", status=302, Location="/robots.txt")
    stand.put("/a", page())
    assert go(stand.url("/a")).counts == {"fetched": 1}


def test_robots_without_end_is_read_to_its_limit(stand: Stand, go: Go) -> None:
    import newsstand

    stand.answers["/robots.txt"] = newsstand.endless
    stand.put("/a", page())
    assert go(stand.url("/a")).counts == {"fetched": 1}


def test_the_delay_holds_for_a_host_and_not_between_hosts(stand: Stand, go: Go) -> None:
    for path in ("/1", "/2", "/3"):
        stand.put(path, page(path))
    one = [stand.url(p, "satu.example") for p in ("/1", "/2")]
    done = go(*one, stand.url("/3", "dua.example"), limits=replace(QUICK, delay=0.3))
    assert done.counts == {"fetched": 3}
    times = {p: t for p, t in stand.times if p != "/robots.txt"}
    assert times["/2"] - times["/1"] >= 0.28
    assert times["/3"] < times["/2"]


def test_crawl_delay_is_kept(stand: Stand, go: Go) -> None:
    stand.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.4", kind="text/plain")
    for path in ("/1", "/2"):
        stand.put(path, page(path))
    assert go(stand.url("/1"), stand.url("/2")).counts == {"fetched": 2}
    times = dict(stand.times)
    assert times["/2"] - times["/1"] >= 0.38


def test_crawl_delay_beyond_patience(stand: Stand, go: Go) -> None:
    stand.put("/robots.txt", "User-agent: *\nCrawl-delay: 86400", kind="text/plain")
    stand.put("/1", page())
    done = go(stand.url("/1"), stand.url("/2"))
    assert done.counts == {"fetched": 1, "rate-limited": 1}
    assert stand.asked["/2"] == 0


def test_what_we_send(stand: Stand, go: Go, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    stand.answers["/a"] = sends(b"", 302, Location="/b", Set_Cookie="jejak=1")
    stand.put("/b", page())
    assert go(stand.url("/a"), agent="Rujuk/9 (+redaksi@warta.example)").counts == {"fetched": 1}
    for _, head in stand.heads:
        assert head["User-Agent"] == "Rujuk/9 (+redaksi@warta.example)"
        assert set(head) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_name_not_found_does_not_hold_up_the_others(stand: Stand, go: Go) -> None:
    stand.put("/a", page())
    done = go(stand.url("/a", "nowhere.example"), stand.url("/a"))
    assert done.counts == {"dns-failed": 1, "fetched": 1}
    assert not done.down


def test_no_network_ends_the_run_and_writes_nothing(go: Go, stand: Stand) -> None:
    urls = [f"http://nowhere{n}.example/a" for n in range(50)]
    done = go(*urls, routed=lambda: False)
    assert done.counts == {"network-down": 50}
    assert "no way to the network" in done.down
    stand.put("/a", page())
    assert go(stand.url("/a")).counts == {"fetched": 1}


def test_three_names_not_found_and_nothing_reached(go: Go) -> None:
    done = go(*(f"http://nowhere{n}.example/a" for n in range(50)))
    assert done.down
    assert done.counts["network-down"] >= 47
