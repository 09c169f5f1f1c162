"""Which addresses may be fetched: public hosts over HTTP, told by their text and again by what the name resolves to."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass

import httpx

from rujuk.fetch.refusal import Refusal

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = frozenset({80, 443, 8080, 8443})
"""Ports that web servers use; others belong to other services, which a crafted address could speak to."""

LONGEST = 4096
"""Characters of an address."""

_QUAD = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}", re.ASCII)
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)", re.ASCII)
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
_GLOBAL = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SPECIAL = (ipaddress.IPv4Network("192.88.99.0/24"), ipaddress.IPv4Network("192.0.0.0/24"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What may be reached.

    `allow_private` is for tests against a server on the same machine; no command sets it.  `ports` None allows all.
    """

    allow_private: bool = False
    ports: frozenset[int] | None = PORTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart: `url` in normal form without fragment, `site` its scheme, host and port."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def check_url(url: str, access: Access) -> Target:
    """Take an address apart.

    Raises:
        Refusal: it is malformed, of another scheme, holds credentials, names an odd port, or a host that is no public one.

    Source: WHATWG URL, "host parsing": a host whose last label is a number is an IPv4 address, however it is written.
    """
    text = url.strip()
    if len(text) > LONGEST or _UNSEEN.search(text):
        raise Refusal("bad-url", url[:200], "no address: too long, or with blanks, controls or backslashes in it")
    try:
        parsed = httpx.URL(text)
        host, port, scheme, user = parsed.host, parsed.port, parsed.scheme, parsed.userinfo
    except (httpx.InvalidURL, ValueError, UnicodeError) as e:
        raise Refusal("bad-url", url, f"no address: {e}") from e
    if scheme not in ("http", "https"):
        raise Refusal("scheme-refused", url, f"{scheme or 'no scheme'}: only http and https are fetched")
    if user:
        raise Refusal("credentials", _without_user(parsed), "an address with a user name or password in it")
    if not host or "%" in host:
        raise Refusal("bad-url", url, "no host name")
    port = (443 if scheme == "https" else 80) if port is None else port
    if not 0 < port < 65536:
        raise Refusal("bad-url", url, f"there is no port {port}")
    if access.ports is not None and port not in access.ports:
        raise Refusal("port-refused", url, f"port {port} is none that web servers use")
    _check_host(host, url, access)
    clean = parsed.copy_with(fragment=None, path=parsed.path or "/")
    return Target(url=str(clean), scheme=scheme, host=parsed.raw_host.decode("ascii"), port=port)


def _without_user(parsed: httpx.URL) -> str:
    return str(parsed.copy_with(username=None, password=None))


def _check_host(host: str, url: str, access: Access) -> None:
    plain = unicodedata.normalize("NFKC", host).replace("\u3002", ".")
    if ":" in plain:
        check_address(plain, url, access)
        return
    labels = plain.rstrip(".").split(".")
    if _QUAD.fullmatch(plain):
        check_address(plain, url, access)
    elif _NUMBER.fullmatch(labels[-1]) or plain != host:
        raise Refusal("private-address", url, f"{host} is an address in disguise (decimal, hexadecimal, octal or shortened)")
    elif not access.allow_private and (
        len(labels) < 2 or labels[-1].casefold() in ("localhost", "local", "internal", "lan", "home")
    ):
        raise Refusal("private-address", url, f"{host} is a name of a private network")


def check_address(address: str, url: str, access: Access) -> IPAddress:
    """Give the IP address.

    Raises:
        Refusal: it is not public, or no IP address.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError as e:
        raise Refusal("bad-url", url, f"{address} is no IP address") from e
    if not access.allow_private and not is_public(found):
        raise Refusal("private-address", url, f"{found} is private, local or reserved")
    return found


def is_public(address: IPAddress) -> bool:
    """Say whether an address belongs to the public internet.

    IPv6 only from the block of global unicast, and not where it carries an IPv4 address that reaches elsewhere: mapped, 6to4 and Teredo are
    refused as a whole; NAT64, which networks without IPv4 need, goes by the address inside.

    Source: IANA special-purpose address registries, as Python's `ipaddress` holds them; RFC 6052 (NAT64), RFC 7526 (6to4 relays), RFC 6890 (protocol assignments).
    """
    if isinstance(address, ipaddress.IPv4Address):
        return (
            address.is_global and not address.is_multicast and not address.is_reserved and not any(address in n for n in _SPECIAL)
        )
    if address.scope_id is not None:
        return False
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    special = address.ipv4_mapped or address.sixtofour or address.teredo or address.is_multicast or address.is_reserved
    return address in _GLOBAL and address.is_global and not special
