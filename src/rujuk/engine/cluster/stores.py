"""What goes wrong with a store (`s3://`), said as Python says it of files."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from rujuk.engine.cluster.rows import library


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what Daft's reader says when a store does not give a file into what Python says of files.

    Raises:
        OSError: the store refused, was not reached, or broke off.
    """
    try:
        yield
    except library("daft.exceptions").DaftCoreException as e:
        said = [line.strip() for line in str(e).splitlines() if line.strip()]
        raise OSError(errno.EIO, "; ".join(dict.fromkeys(said))[:300] or type(e).__name__) from e
