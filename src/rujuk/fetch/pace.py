"""When each host may be asked again, and which hosts are left in peace."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class Gate:
    """One host's turn: a single request at a time, and none before `free`."""

    delay: float
    free: float = 0.0
    failed: int = 0
    """Addresses in a row that failed for the host's sake."""
    closed: str = ""
    """Why the host is asked no more in this run."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """The gates of all hosts."""

    def __init__(
        self, delay: float, hosts: int, *, sleep: Sleep = asyncio.sleep, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.delay, self.sleep, self.clock = delay, sleep, clock
        self.slots = asyncio.Semaphore(hosts)
        self.gates: dict[str, Gate] = {}

    def gate(self, host: str) -> Gate:
        """Give the host's gate."""
        if host not in self.gates:
            self.gates[host] = Gate(delay=self.delay)
        return self.gates[host]

    def slow_down(self, host: str, delay: float) -> None:
        """Ask the host no more often than once in `delay` seconds."""
        gate = self.gate(host)
        gate.delay = max(gate.delay, delay)

    def wait_until(self, host: str, seconds: float) -> None:
        """Leave the host alone for `seconds` from now."""
        gate = self.gate(host)
        gate.free = max(gate.free, self.clock() + seconds)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for the host's turn, and for one of the places for requests at a time; the delay counts from the end of the request."""
        gate = self.gate(host)
        async with gate.turn:
            while (wait := gate.free - self.clock()) > 0:
                await self.sleep(wait)
            async with self.slots:
                try:
                    yield
                finally:
                    gate.free = max(gate.free, self.clock() + gate.delay)
