"""Nothing here calls home: the settings are there before Daft or Ray is loaded."""

from __future__ import annotations

import os

from rujuk.engine.cluster.runner import QUIET

os.environ.update(QUIET)
