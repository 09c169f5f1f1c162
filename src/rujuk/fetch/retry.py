"""Requests made again: after failures that pass, with growing waits, and as the server asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rujuk.fetch.addresses import Target
from rujuk.fetch.exchange import Client, Exchange
from rujuk.fetch.limits import Limits
from rujuk.fetch.pace import Pace
from rujuk.fetch.refusal import PASSING, Refusal

BUSY = frozenset({429, 500, 502, 503, 504})
"""Statuses that another attempt may mend."""


class Retries:
    """Single requests, in turn and again where that may help."""

    def __init__(self, client: Client, pace: Pace, limits: Limits) -> None:
        self.client, self.pace, self.limits = client, pace, limits
        self.reached = False
        """Whether any server answered in this run: before that, a name that is not found may mean that there is no network."""

    async def get(self, target: Target, extra: Iterable[tuple[str, str]] = (), *, most: int | None = None) -> Exchange:
        """Ask until there is an answer that stands, or the tries are used up; the last answer counts, whatever its status.

        Raises:
            Refusal: no answer, or the server asks for a longer wait than is waited; its host is then left alone for the rest of the run.
        """
        extra, gate = tuple(extra), self.pace.gate(target.host)
        for attempt in range(1, self.limits.tries + 1):
            if gate.closed:
                raise Refusal("rate-limited", target.url, gate.closed)
            last = attempt == self.limits.tries
            wait = self.limits.backoff * 2 ** (attempt - 1)
            try:
                async with self.pace.turn(target.host):
                    answer = await self.client.get(target, extra, most=most)
            except Refusal as e:
                if e.code not in PASSING or last or (e.code == "dns-failed" and not self.reached):
                    raise
            else:
                self.reached = True
                if answer.status not in BUSY:
                    return answer
                asked = retry_after(answer.header("retry-after"), answer.time)
                if asked is not None and asked > self.limits.longest_wait:
                    gate.closed = f"the server answers {answer.status} and asks to wait {asked:.0f} s; run it again later"
                    raise Refusal("rate-limited", target.url, gate.closed, status=answer.status)
                if last:
                    if answer.status == 429:
                        gate.closed = f"the server answers 429 after {attempt} tries; run it again later"
                    return answer
                wait = max(wait, asked or 0.0)
            self.pace.wait_until(target.host, wait)
        raise AssertionError("the last try returns or raises")


def retry_after(value: str, now: datetime) -> float | None:
    """Read Retry-After, seconds or a date, as seconds from now; None where there is none.

    Source: RFC 9110, section 10.2.3.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
