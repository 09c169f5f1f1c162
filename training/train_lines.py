"""Train the tagger that tells a report's lines in a page copied whole; the same data and versions give the same bytes.

    python training/train_lines.py --shared ../shared

Writes `src/rujuk/lang/lines.tsv`.  See `training/lines.md` for the data, its licence and the figures.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import pycrfsuite
from bare_pages import belongs, load

from rujuk.read.language import detect_language
from rujuk.read.line_features import features, thinned
from rujuk.read.packs import furniture_of

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang/lines.tsv"
SETTINGS = {"c1": 2.0, "c2": 2.0, "max_iterations": 120, "feature.possible_transitions": True}
HEAD = """# Weights of the line tagger (read/report_lines.py): feature, weight for "of the report" less the weight for "not".
# Written by training/train_lines.py; see training/lines.md.  `step:01` is the weight of a line of the report after one that is not.
"""


def examples(shared: Path) -> list[tuple[list[list[str]], list[str]]]:
    """Give features and labels of the training pages: the article-extraction benchmark, development part (MIT)."""
    out = []
    for page in load(shared / "data", "aeb"):
        lexicon = furniture_of(detect_language("\n".join(page.lines)))
        left = thinned(page.lines, lexicon)
        own = belongs(page.lines, page.text or "")
        out.append((features([page.lines[n] for n in left], lexicon), ["1" if own[n] else "0" for n in left]))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the shared folder with data/extraction")
    shared = parser.parse_args().shared
    trainer = pycrfsuite.Trainer(verbose=False)
    for named, labels in examples(shared):
        trainer.append(named, labels)
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "lines.crfsuite")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        with tagger.open(model):
            info = tagger.info()
            weights: dict[str, float] = {}
            for (name, label), weight in info.state_features.items():
                weights[name] = weights.get(name, 0.0) + (weight if label == "1" else -weight)
            steps = {f"step:{a}{b}": info.transitions.get((a, b), 0.0) for a in "01" for b in "01"}
    rows = [f"{name}\t{weight:.4f}\n" for name, weight in sorted(steps.items())]
    rows += [f"{name}\t{weight:.4f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.00005]
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(weights)} features -> {OUT.name}")


if __name__ == "__main__":
    main()
