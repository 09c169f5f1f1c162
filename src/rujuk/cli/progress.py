"""Progress for people: a bar on a terminal, plain lines otherwise, always on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rujuk.engine.progress import Progress, Silent


@contextmanager
def progress_on(stream: TextIO, *, quiet: bool) -> Iterator[Progress]:
    """Give the progress that fits the stream."""
    if quiet:
        yield Silent()
    elif stream.isatty():
        with _bar(stream) as bar:
            yield bar
    else:
        yield _Lines(stream)


class _Lines:
    """One line when a step is over, and one every thousand items."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.done: dict[str, int] = {}
        """By step: fetching goes on inside of reading."""

    def begin(self, step: str, total: int | None) -> None:
        self.done[step] = 0

    def advance(self, step: str, count: int = 1) -> None:
        self.done[step] += count
        if self.done[step] % 1000 == 0:
            print(f"{step} {self.done[step]}", file=self.stream, flush=True)

    def end(self, step: str) -> None:
        print(f"{step} {self.done[step]} done", file=self.stream, flush=True)


class _Bar:
    """A bar a step."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Rich

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.rich = Rich(*columns, console=Console(file=stream), transient=True)
        self.tasks: dict[str, int] = {}

    def begin(self, step: str, total: int | None) -> None:
        self.tasks[step] = int(self.rich.add_task(step, total=total))

    def advance(self, step: str, count: int = 1) -> None:
        from rich.progress import TaskID

        self.rich.advance(TaskID(self.tasks[step]), count)

    def end(self, step: str) -> None:
        from rich.progress import TaskID

        task = self.rich.tasks[self.tasks[step]]
        self.rich.update(TaskID(self.tasks[step]), total=task.completed, completed=task.completed)


@contextmanager
def _bar(stream: TextIO) -> Iterator[_Bar]:
    bar = _Bar(stream)
    with bar.rich:
        yield bar
