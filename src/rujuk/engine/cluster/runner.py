"""Start Daft: on this machine's cores, or on a Ray cluster.  Nothing here calls home."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rujuk.engine.cluster.rows import library
from rujuk.engine.workers import cores
from rujuk.errors import ConfigError

PATIENCE = 10.0
"""Seconds that a cluster has to answer."""
_CHOSEN: str | None = None

QUIET = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
"""Settings under which neither Daft nor Ray sends anything out; workers get them too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Where work is done: by `jobs` workers at a time, on a cluster or here."""

    daft: Any
    jobs: int
    cluster: bool

    def spread(self, frame: Any, parts: int) -> Any:
        """Part a frame so that workers share it; on one machine the engine does so itself."""
        return frame.into_partitions(max(1, min(parts, 4 * self.jobs))) if self.cluster else frame

    def least(self, *columns: Any) -> Any:
        """Give the smallest value of a row's columns."""
        return library("daft.functions").columns_min(*columns)

    def step(self, work: Callable[..., Any], returns: Any, *, jobs: int = 1, batch: int = 1) -> Callable[..., Any]:
        """Make a column expression of a function.

        Args:
            work: takes columns as Arrow arrays, gives an Arrow array of structs as long as they are.
            returns: the struct's type; its fields become columns.
            jobs: worker processes that are kept for it; 1 runs it where the data are.
            batch: rows given at a time.
        """
        daft = self.daft
        if jobs <= 1:

            def here(*columns: Any) -> Any:
                return work(*(c.to_arrow() for c in columns))

            made: Callable[..., Any] = daft.func.batch(return_dtype=returns, unnest=True, batch_size=batch)(here)
            return made

        class Step:
            def run(self, *columns: Any) -> Any:
                return work(*(c.to_arrow() for c in columns))

        Step.run = daft.method.batch(return_dtype=returns, unnest=True, batch_size=batch)(Step.run)  # type: ignore[method-assign]
        kept: Callable[..., Any] = daft.cls(Step, max_concurrency=jobs, use_process=True, name_override=work.__name__)().run
        return kept

    def struct(self, **fields: Any) -> Any:
        """Make a struct type of fields by name: `text`, `bytes`, `number`, `integer`, `real`, `yes`; in a list for a list of them."""
        kinds = self.daft.DataType
        named = {
            "text": kinds.string(),
            "bytes": kinds.binary(),
            "number": kinds.uint64(),
            "integer": kinds.int64(),
            "real": kinds.float64(),
            "yes": kinds.bool(),
        }
        return kinds.struct({k: kinds.list(named[v[0]]) if isinstance(v, list) else named[v] for k, v in fields.items()})


def start(ray: str | None, jobs: int | None) -> Runner:
    """Start the engine; a process has one, and it stays.

    Args:
        ray: address of a Ray cluster (`local` starts one here); None takes this machine's cores.
        jobs: workers at a time; None takes one a core.

    Raises:
        ConfigError: the extra is not installed, or the cluster cannot be reached.
    """
    os.environ.update(QUIET)
    daft = library("daft")
    if ray is None:
        _set(daft, "native", daft.set_runner_native)
        return Runner(daft=daft, jobs=jobs or cores(), cluster=False)
    cluster = library("ray")
    if not cluster.is_initialized():
        _reach(ray)
        cluster.init(address=ray, runtime_env={"env_vars": QUIET}, log_to_driver=False, logging_level="ERROR")
    _set(daft, "ray", lambda: daft.set_runner_ray(noop_if_initialized=True))
    return Runner(daft=daft, jobs=jobs or max(1, int(cluster.cluster_resources().get("CPU", 1))), cluster=True)


def _set(daft: Any, kind: str, setting: Callable[[], Any]) -> None:
    """Choose the engine's runner, which a process can do once."""
    global _CHOSEN
    if _CHOSEN is None:
        setting()
        _CHOSEN = kind
    elif kind != _CHOSEN:
        raise ConfigError(
            f"this process works with the {_CHOSEN} runner already", expected="one for all its runs", code="one-runner"
        )


def _reach(address: str) -> None:
    """Knock at a cluster's door: Ray ends the whole process where nobody answers.

    Raises:
        ConfigError: nobody does.
    """
    host, _, port = address.rpartition("/")[2].rpartition(":")
    if not port.isdigit():
        return  # a name that Ray knows: `local`, `auto`
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE).close()
    except OSError as e:
        raise ConfigError(
            f"no Ray cluster answers: {e.strerror or e}",
            where=address,
            expected="the address of its head node, HOST:PORT",
            code="no-cluster",
        ) from e
