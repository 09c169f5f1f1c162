"""A linear-chain CRF as CRFsuite stores it, decoded for many sequences at once.

CRFsuite looks up the string of every feature anew for every word.  Most features of a word depend on that word alone, so whoever tags can keep
their summed weights (see `scoring`); what is left for each text is to add a few rows and to find the best path, here for all sequences of a
report side by side.

Source: Lafferty, McCallum and Pereira 2001; the file format of CRFsuite (Okazaki 2007), `crf1d_model.c` and `cqdb.c`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from rujuk.errors import PackError

_HEADER = struct.Struct("<4sI4s9I")
_CHUNK = struct.Struct("<4sII")
_NAMES = struct.Struct("<4s5I")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_STATE = 0
"""The kind of a feature that joins an attribute with a label; the other kind joins two labels."""


@dataclass(frozen=True, slots=True)
class Crf:
    """A trained model of L labels and A attributes.

    `weights` has a row per attribute and one of zeros behind them, for what the model does not know: shape (A + 1, L); `row_of` tells the row of
    an attribute.  `transitions[a, b]` is the weight of label b behind label a: shape (L, L).
    """

    labels: tuple[str, ...]
    row_of: dict[str, int]
    weights: NDArray[np.float64]
    transitions: NDArray[np.float64]

    @classmethod
    def read(cls, model: bytes) -> Self:
        """Read a model file of CRFsuite.

        Raises:
            PackError: it is none.
        """
        try:
            magic, _, kind, *_, features, labels, attributes, _, _ = _HEADER.unpack_from(model)
            if (magic, kind) != (b"lCRF", b"FOMC"):
                raise PackError(f"it begins with {magic!r}", expected="a model of CRFsuite", where="names.crfsuite")
            names, known = _strings(model, labels), _strings(model, attributes)
            count = _CHUNK.unpack_from(model, features)[2]
            table = np.frombuffer(model, dtype=_FEATURE, count=count, offset=features + _CHUNK.size)
            weights = np.zeros((len(known) + 1, len(names)))
            transitions = np.zeros((len(names), len(names)))
            for into, rows in ((weights, table[table["kind"] == _STATE]), (transitions, table[table["kind"] != _STATE])):
                into[rows["source"], rows["target"]] = rows["weight"]
        except (struct.error, ValueError, IndexError) as e:
            raise PackError(str(e), expected="a whole model of CRFsuite", where="names.crfsuite") from e
        return cls(tuple(names), {name: n for n, name in enumerate(known)}, weights, transitions)

    @property
    def unknown(self) -> int:
        """The row of zeros."""
        return len(self.row_of)

    def decode(self, states: NDArray[np.float64], lengths: Sequence[int]) -> NDArray[np.intp]:
        """Give the number of each place's label on the best path through its sequence (Viterbi).

        `states`, shape (N, L), holds the summed weights of the labels at each place, sequence behind sequence; `lengths` says how many places
        each has, at least one.  Of equal paths the one through the first labels counts.
        """
        sizes = np.asarray(lengths)
        order = np.argsort(-sizes, kind="stable")  # the long ones first, so that those under way are always the first few
        longest = int(sizes[order[0]])
        under_way = np.searchsorted(-sizes[order], -np.arange(1, longest + 1), side="right").tolist()
        begins = np.cumsum(sizes) - sizes
        sequence = np.repeat(np.arange(len(sizes)), sizes)
        places = np.arange(len(states)) - begins[sequence]
        rank = np.argsort(order)[sequence]
        at_once = np.empty((longest, len(sizes), len(self.labels)))
        at_once[places, rank] = states
        best = at_once[0]
        back = np.empty((longest, *best.shape), dtype=np.intp)
        for at in range(1, longest):
            n = under_way[at]
            step = best[:n, :, None] + self.transitions
            step.argmax(axis=1, out=back[at, :n])
            at_once[at, :n] += np.maximum.reduce(step, axis=1)
            best[:n] = at_once[at, :n]
        label = best.argmax(axis=1)
        found = np.empty((longest, len(sizes)), dtype=np.intp)
        every = np.arange(len(sizes))
        for at in range(longest - 1, 0, -1):
            n = under_way[at]
            found[at, :n] = label[:n]
            label[:n] = back[at, every[:n], label[:n]]
        found[0] = label
        out: NDArray[np.intp] = found[places, rank]
        return out


def _strings(model: bytes, at: int) -> list[str]:
    """Read the strings of a constant database in the order of their numbers."""
    _, _, _, _, count, offsets = _NAMES.unpack_from(model, at)
    out = []
    for place in np.frombuffer(model, dtype="<u4", count=count, offset=at + offsets).tolist():
        size = int.from_bytes(model[at + place + 4 : at + place + 8], "little")
        out.append(model[at + place + 8 : at + place + 7 + size].decode("utf-8"))
    return out
