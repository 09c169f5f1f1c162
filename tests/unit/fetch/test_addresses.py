"""Which addresses are refused, by their text, by what they resolve to, and after a redirect."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable

import pytest

from newsstand import Stand, page
from rujuk.fetch.addresses import Access, check_url, is_public
from rujuk.fetch.connect import CheckedBackend
from rujuk.fetch.refusal import Refusal
from rujuk.fetch.run import Fetched

Go = Callable[..., Fetched]

REFUSED = {
    "file:///etc/passwd": "scheme-refused",
    "ftp://warta.example/a": "scheme-refused",
    "javascript:alert(1)": "scheme-refused",
    "data:text/html,x": "scheme-refused",
    "warta.example/a": "scheme-refused",
    "//warta.example/a": "scheme-refused",
    "http://": "bad-url",
    "http://warta.example\\@10.0.0.1/": "bad-url",
    "http://warta.example/a b": "bad-url",
    "http://warta.example/\r\nX: y": "bad-url",
    "http://wart%61.example/": "bad-url",
    "http://warta.example/" + "a" * 5000: "bad-url",
    "http://a:b@warta.example/": "credentials",
    "http://warta.example@10.0.0.1/": "credentials",
    "http://warta.example:0/": "bad-url",
    "http://warta.example:99999/": "bad-url",
    "http://warta.example:22/": "port-refused",
    "http://warta.example:6379/": "port-refused",
    "http://127.0.0.1/": "private-address",
    "http://127.1/": "private-address",
    "http://2130706433/": "private-address",
    "http://0x7f000001/": "private-address",
    "http://0x7f.1/": "private-address",
    "http://017700000001/": "private-address",
    "http://127\u30020\u30020\u30021/": "private-address",
    "http://0/": "private-address",
    "http://10.1.2.3/": "private-address",
    "http://172.16.0.1/": "private-address",
    "http://192.168.1.1/": "private-address",
    "http://169.254.169.254/latest/": "private-address",
    "http://100.64.0.1/": "private-address",
    "http://192.0.0.8/": "private-address",
    "http://198.18.0.1/": "private-address",
    "http://224.0.0.1/": "private-address",
    "http://240.0.0.1/": "private-address",
    "http://255.255.255.255/": "private-address",
    "http://[::1]/": "private-address",
    "http://[::]/": "private-address",
    "http://[::ffff:10.0.0.1]/": "private-address",
    "http://[::ffff:8.8.8.8]/": "private-address",
    "http://[::8.8.8.8]/": "private-address",
    "http://[64:ff9b::7f00:1]/": "private-address",
    "http://[2002:7f00:1::]/": "private-address",
    "http://[2001:0:1::1]/": "private-address",
    "http://[fe80::1]/": "private-address",
    "http://[fc00::1]/": "private-address",
    "http://[fec0::1]/": "private-address",
    "http://[ff02::1]/": "private-address",
    "http://[2001:db8::1]/": "private-address",
    "http://localhost/": "private-address",
    "http://localhost./": "private-address",
    "http://a.localhost/": "private-address",
    "http://router.local/": "private-address",
    "http://intranet/": "private-address",
}


@pytest.mark.parametrize(("url", "code"), REFUSED.items())
def test_refused(url: str, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_url(url, Access())
    # httpx refuses some spellings as malformed before we can name them; refused they are
    assert caught.value.code in {code, "bad-url"}
    assert "a:b" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("HTTP://Warta.Example:80/a#b", "http://warta.example/a"),
        ("https://warta.example:443", "https://warta.example/"),
        ("https://warta.example:8443/a?b=c", "https://warta.example:8443/a?b=c"),
        ("https://k\u00e4se.example/\u00fc", "https://xn--kse-qla.example/%C3%BC"),
        (" http://8.8.8.8/ ", "http://8.8.8.8/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_taken(url: str, clean: str) -> None:
    assert check_url(url, Access()).url == clean


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def connect(found: list[list[str]]) -> tuple[str, int]:
    """Connect by name; give the failure's code and the number of lookups."""
    asked = 0

    async def lookup(host: str, port: int) -> list[str]:
        nonlocal asked
        asked += 1
        return found[min(asked, len(found)) - 1]

    backend = CheckedBackend(Access(), lookup, lambda: True)
    with pytest.raises(Refusal) as caught:
        asyncio.run(backend.connect_tcp("warta.example", 80, timeout=0.2))
    return caught.value.code, asked


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["fe80::1%2"]])
def test_a_name_that_leads_inside(answers: list[str]) -> None:
    assert connect([answers]) == ("private-address", 1)


def test_a_name_without_addresses() -> None:
    assert connect([[]]) == ("dns-failed", 1)


def test_both_families_are_tried_and_only_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    async def note(self: object, host: str, port: int, *rest: object) -> None:
        import httpcore

        tried.append(host)
        raise httpcore.ConnectTimeout("not in a test")

    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", note)
    assert connect([["2606:4700::1", "2606:4700::2", "2606:4700::3", "8.8.8.8"]]) == ("timeout", 1)
    assert tried == ["2606:4700::1", "8.8.8.8", "2606:4700::2"]


def test_rebinding_finds_no_second_lookup(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public at the first lookup and private at the next: what was checked is what is connected to."""
    tried: list[str] = []

    async def note(self: object, host: str, port: int, *rest: object) -> None:
        import httpcore

        tried.append(host)
        raise httpcore.ConnectError("not in a test")

    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", note)
    assert connect([["93.184.215.14"], ["127.0.0.1"]]) == ("connect-failed", 1)
    assert tried == ["93.184.215.14"]


def test_rebinding_between_two_requests(stand: Stand, go: Go, monkeypatch: pytest.MonkeyPatch) -> None:
    """robots.txt comes from an address that counts as public here, then the name leads inside: each connection is checked."""
    from rujuk.fetch import connect as room

    real = room.check_address
    asked: list[str] = []

    async def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    def check(address: str, host: str, access: Access) -> object:
        return ipaddress.ip_address(address) if address == "127.0.0.1" else real(address, host, access)

    monkeypatch.setattr(room, "check_address", check)
    stand.put("/a", page())
    done = go(stand.url("/a"), lookup=lookup, access=Access(ports=None))
    assert done.counts == {"private-address": 1}
    assert stand.asked == {"/robots.txt": 1}


@pytest.mark.parametrize("to", ["http://127.0.0.1:{port}/b", "http://dalam.example:{port}/b"])
def test_a_redirect_that_leads_inside(stand: Stand, go: Go, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    """The first host counts as public here, the place that it redirects to does not."""
    from rujuk.fetch import connect as room

    real = room.check_address

    def check(address: str, host: str, access: Access) -> object:
        return ipaddress.ip_address(address) if host == "warta.example" else real(address, host, access)

    monkeypatch.setattr(room, "check_address", check)
    stand.put("/a", b"", status=302, Location=to.format(port=stand.port))
    stand.put("/b", page())
    done = go(stand.url("/a"), access=Access(ports=None))
    assert done.counts == {"private-address": 1}
    assert stand.asked["/a"] == 1
    assert stand.asked["/b"] == 0
