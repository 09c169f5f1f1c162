"""Run `rujuk build` on a Ray cluster of two machines of one core, made here and taken down again.  A process of its own: Daft's runner is chosen once.

    python on_ray.py [--joins] OUT INPUT... [-- [--joins] OUT INPUT...]...

With `--joins` partitions are of three files, and joins take every step that one worker would take for so few reports.
"""

from __future__ import annotations

import os
import sys
from itertools import groupby

STORE = 100 * 2**20
"""Bytes of each machine's object store."""


def main(arguments: list[str]) -> int:
    """Build each group of arguments on the same cluster; give the worst exit code."""
    from rujuk.engine.cluster.runner import QUIET

    os.environ.update(QUIET)
    import ray
    from ray.cluster_utils import Cluster

    runs = [list(g) for between, g in groupby(arguments, lambda x: x == "--") if not between]
    head = {"num_cpus": 1, "object_store_memory": STORE, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=head)
    try:
        cluster.add_node(num_cpus=1, object_store_memory=STORE)
        return max(build(run, cluster.address) for run in runs)
    finally:
        ray.shutdown()
        cluster.shutdown()


def build(given: list[str], address: str) -> int:
    """Build once; give the exit code."""
    from rujuk.cli.main import main as rujuk
    from rujuk.engine.cluster import building, components, plan

    if given[0] == "--joins":
        plan.MOST_FILES, building.FEW, components.ONE_PLACE = 3, 0, 0
        given = given[1:]
    out, *inputs = given
    return rujuk(["build", *inputs, "-o", out, "--engine", "daft", "--ray", address])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
