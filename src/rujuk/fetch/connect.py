"""Connections to checked addresses only: a name is looked up once, all it resolves to is checked, and that very address is connected to."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable

import httpcore

from rujuk.fetch.addresses import Access, check_address
from rujuk.fetch.refusal import Refusal

Lookup = Callable[[str, int], Awaitable[list[str]]]
"""Host and port to IP addresses, in the order to try them; raises OSError."""

ADDRESSES = 3
"""Addresses of a host that are tried."""


async def system_lookup(host: str, port: int) -> list[str]:
    """Ask the system's resolver, in a thread that nobody waits for: a resolver that hangs holds nothing up, not even the end."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: list[str] | OSError
        try:
            found = list(dict.fromkeys(str(a[4][0]) for a in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except OSError as e:
            found = e
        except UnicodeError as e:
            found = socket.gaierror(socket.EAI_NONAME, str(e))
        with contextlib.suppress(RuntimeError):  # the loop ended meanwhile; nobody wants the answer
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, name=f"lookup {host}", daemon=True).start()
    return await answer


def is_routed() -> bool:
    """Say whether this machine has any way out: asks the system for a route to documentation addresses, sends nothing."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))
                return True
        except OSError:
            continue
    return False


_UNROUTED = {errno.ENETUNREACH, errno.ENETDOWN}


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Opens TCP connections for httpcore, and only to addresses that may be reached.

    The check sits where the connection is made, so that no second lookup can give another address (DNS rebinding), and each redirect passes it again.
    """

    def __init__(self, access: Access, lookup: Lookup = system_lookup, routed: Callable[[], bool] = is_routed) -> None:
        self.access, self.lookup, self.routed = access, lookup, routed
        self.inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first checked address that answers.

        Raises:
            Refusal: the name has no address, one that must not be reached, or none that answers.
        """
        last: Exception | None = None
        for address in await self._addresses(host, port, timeout):
            try:
                return await self.inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectTimeout as e:
                last = e
            except httpcore.ConnectError as e:
                last = e
                if _number(e) in _UNROUTED and not self.routed():
                    raise Refusal("network-down", host, "this machine has no way to the network") from e
        if isinstance(last, httpcore.ConnectTimeout):
            raise Refusal("timeout", host, f"no connection within {timeout:g} s") from last
        raise Refusal("connect-failed", host, f"no connection: {last}") from last

    async def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            pass
        else:
            return [str(check_address(host, host, self.access))]
        try:
            async with asyncio.timeout(timeout):
                found = await self.lookup(host, port)
        except TimeoutError as e:
            raise Refusal("dns-failed", host, f"the name was not resolved within {timeout:g} s") from e
        except OSError as e:
            if not self.routed():
                raise Refusal("network-down", host, "this machine has no way to the network") from e
            raise Refusal(
                "dns-failed", host, f"the name has no address (misspelt, or the network is down): {e.strerror or e}"
            ) from e
        if not found:
            raise Refusal("dns-failed", host, "the name has no address")
        return _order([str(check_address(a, host, self.access)) for a in found])


def _order(addresses: list[str]) -> list[str]:
    """Put the first address of the other family second, so that a family that leads nowhere costs one wait; keep a few."""
    second = next((a for a in addresses if (":" in a) != (":" in addresses[0])), None)
    rest = [a for a in addresses[1:] if a != second]
    return [addresses[0], *([second] if second else []), *rest][:ADDRESSES]


def _number(error: BaseException | None) -> int | None:
    """The system's number of the error below an error."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, OSError) and error.errno is not None:
            return error.errno
        error, seen = error.__cause__ or error.__context__, seen + 1
    return None
