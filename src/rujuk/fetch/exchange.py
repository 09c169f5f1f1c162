"""One request and its answer, within the limits, as it went over the wire."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpcore
import httpx

from rujuk.fetch.addresses import Target
from rujuk.fetch.connect import CheckedBackend
from rujuk.fetch.limits import Limits
from rujuk.fetch.refusal import Refusal

Headers = tuple[tuple[str, str], ...]

PAGE = frozenset({200, 203})
"""Statuses of an answer that holds what was asked for."""

_OTHER = ("image/", "video/", "audio/", "font/", "model/")
_DOCUMENTS = ("pdf", "zip", "msword", "officedocument", "opendocument", "epub", "x-rar", "x-7z", "android", "x-msdownload")
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its answer.

    `body` is as it was sent, without the chunks of the transfer but still packed where the server packed it; `headers` keep order and case.
    """

    target: Target
    asked: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes
    address: str
    """IP address of the server."""
    time: datetime
    cut: bool = False
    """Whether the body goes on behind what is kept of it."""

    def header(self, name: str) -> str:
        """Give a header's values in one line; empty where there is none."""
        return ", ".join(v for k, v in self.headers if k.casefold() == name)

    @property
    def content_type(self) -> str:
        """Media type without parameters; empty where none is stated."""
        return self.header("content-type").partition(";")[0].strip().casefold()


class Client:
    """Makes single requests: no cookies, no proxies, nothing from the environment, a new connection each.

    Connections are not kept: a server that sends more than it announced would otherwise slip the rest in as the next answer.
    """

    def __init__(self, backend: CheckedBackend, limits: Limits, *, agent: str, now: Callable[[], datetime] | None = None) -> None:
        self.limits, self.agent = limits, agent
        self.now = now or (lambda: datetime.now(UTC))
        self.tls: ssl.SSLContext = httpx.create_ssl_context(verify=True, trust_env=False)
        self.pool = httpcore.AsyncConnectionPool(
            ssl_context=self.tls,
            network_backend=backend,
            max_connections=None,
            max_keepalive_connections=0,
            http1=True,
            http2=False,
        )

    async def get(self, target: Target, extra: Iterable[tuple[str, str]] = (), *, most: int | None = None) -> Exchange:
        """Ask for an address once; follow nothing.

        Args:
            extra: more request headers.
            most: bytes of the body that are read; the rest is left.  None: all of a page, and a page beyond the limit is a refusal; some of
                what comes with a redirect or an error.

        Raises:
            Refusal: no usable answer came.
        """
        try:
            async with asyncio.timeout(self.limits.total):
                return await self._get(target, tuple(extra), most)
        except TimeoutError as e:
            raise Refusal("timeout", target.url, f"the answer was not over after {self.limits.total:g} s") from e
        except Refusal as e:
            raise Refusal(e.code, target.url, e.detail, status=e.status) from e
        except httpcore.TimeoutException as e:
            raise Refusal("timeout", target.url, f"nothing came for {self.limits.read:g} s") from e
        except httpcore.ConnectError as e:
            code = "tls-failed" if _from_tls(e) else "connect-failed"
            raise Refusal(
                code, target.url, f"no {'secure ' if code == 'tls-failed' else ''}connection: {e or type(e).__name__}"
            ) from e
        except httpcore.RemoteProtocolError as e:
            cut = "closed" in str(e) or "disconnected" in str(e)
            raise Refusal("cut-off" if cut else "bad-answer", target.url, str(e)) from e
        except httpcore.NetworkError as e:
            raise Refusal("cut-off", target.url, f"the connection broke: {e or type(e).__name__}") from e
        except (
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            ValueError,
        ) as e:  # the libraries below let some ValueErrors through
            raise Refusal("bad-answer", target.url, str(e)) from e

    async def _get(self, target: Target, extra: Headers, most: int | None) -> Exchange:
        host = httpx.URL(target.url).netloc.decode("ascii")
        asked: Headers = (
            ("Host", host),
            ("User-Agent", self.agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", "gzip, br"),
            ("Connection", "close"),
            *extra,
        )
        time = self.now()
        limits = {"connect": self.limits.connect, "read": self.limits.read, "write": self.limits.read, "pool": None}
        async with self.pool.stream("GET", target.url, headers=list(asked), extensions={"timeout": limits}) as answer:
            headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in answer.headers)
            found = Exchange(
                target=target,
                asked=asked,
                status=answer.status,
                reason=(answer.extensions.get("reason_phrase") or b"").decode("latin-1"),
                headers=headers,
                body=b"",
                address=str(answer.extensions["network_stream"].get_extra_info("server_addr")[0]),
                time=time,
            )
            if most is None and found.status not in PAGE:
                most = self.limits.other
            if most is None:
                self._check(found)
            body, cut = await self._body(answer, target, most)
        return replace(found, body=body, cut=cut)

    def _check(self, found: Exchange) -> None:
        """Refuse by the head what is not worth its body."""
        kind = found.content_type
        if kind.startswith(_OTHER) or (
            kind.startswith("application/") and "gzip" not in kind and any(d in kind for d in _DOCUMENTS)
        ):
            raise Refusal("wrong-type", found.target.url, f"{kind} is no page", status=found.status)
        length = found.header("content-length")
        if length.isascii() and length.isdigit() and int(length[:18]) > self.limits.raw:
            why = f"announces {length[:18]} bytes; the limit is {self.limits.raw}"
            raise Refusal("too-large", found.target.url, why, status=found.status)

    async def _body(self, answer: httpcore.Response, target: Target, most: int | None) -> tuple[bytes, bool]:
        out = bytearray()
        async for part in answer.aiter_stream():
            out += part
            if most is not None and len(out) > most:
                return bytes(out[:most]), True
            if len(out) > self.limits.raw:
                raise Refusal("too-large", target.url, f"more than {self.limits.raw} bytes", status=answer.status)
        return bytes(out), False


def _from_tls(error: BaseException | None) -> bool:
    """Say whether a failed connection is TLS's doing."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, ssl.SSLError):
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False
