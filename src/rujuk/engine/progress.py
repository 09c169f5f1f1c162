"""Progress as a small protocol: the engine tells, the caller shows."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each step as it happens."""

    def begin(self, step: str, total: int | None) -> None:
        """A step starts; `total` is None where it is not known."""

    def advance(self, step: str, count: int = 1) -> None:
        """So many more items of the step are done."""

    def end(self, step: str) -> None:
        """The step is over."""


class Silent:
    """Shows nothing."""

    def begin(self, step: str, total: int | None) -> None:
        pass

    def advance(self, step: str, count: int = 1) -> None:
        pass

    def end(self, step: str) -> None:
        pass
