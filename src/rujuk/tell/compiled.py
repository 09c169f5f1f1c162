"""The compiled templates beside their sources, as Python keeps its own modules: a page is written a tenth of a second sooner.

What is kept is named by the digest of the source and the version of Jinja, so that it can be stale no more than a `.pyc` file; it changes no byte of a
page.  Where the folder cannot be written, or Python is told to write no bytecode, nothing is kept.
"""

from __future__ import annotations

import os
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import FileSystemBytecodeCache


def kept_templates() -> FileSystemBytecodeCache | None:
    """Open the folder of compiled templates; None where there can be none."""
    from jinja2 import FileSystemBytecodeCache

    folder = resources.files("rujuk.tell").joinpath("templates")
    if sys.dont_write_bytecode or not isinstance(folder, Path) or not os.access(folder, os.W_OK):
        return None
    kept = folder / "__pycache__"
    try:
        kept.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(kept), "%s.bin") if os.access(kept, os.W_OK) else None
