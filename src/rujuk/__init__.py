"""Rujuk: who says what, on whose word, and whether the reports hold together.

>>> from rujuk import build
>>> dossier = build(["examples/gempa"])
>>> dossier.schema_name
'rujuk/dossier/1'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rujuk.version import __version__

if TYPE_CHECKING:
    from rujuk.engine.building import build
    from rujuk.model.dossier import Dossier

__all__ = ["Dossier", "__version__", "build"]


def __getattr__(name: str) -> Any:
    """Load the public names at their first use, so that `import rujuk` costs nothing."""
    if name == "build":
        from rujuk.engine.building import build

        return build
    if name == "Dossier":
        from rujuk.model.dossier import Dossier

        return Dossier
    raise AttributeError(f"module 'rujuk' has no attribute {name!r}")
