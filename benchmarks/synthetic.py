"""Stories with known truth: who said which figure, who copied, what grew, what was corrected, what is disputed.

    python benchmarks/synthetic.py [--stories N] [--seed S] [--keep FOLDER] [--errors] [--hard]

Each made story has a handful of reports in Indonesian and English about an invented event, from templates written for this file.  Its truth is what the
generator did, not what a reader thinks: for each question, the verdict and the number of origins.  Two readers are measured on the same
stories in the same run:

  rujuk    `rujuk.build` on the reports
  naive    counts outlets: the value that most outlets print stands; two outlets agree if they print the same number; the largest
           number is the estimate.  It is given the true figures, so it is only judged on the counting

With `--hard`, the stories are those of hard_cases.py, where counting goes wrong, a line for each kind of case; a question is right only where its
verdict, its number of origins and its estimate are.

The same seed gives the same stories.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hard_cases import CASES, Case, Question

from rujuk import build
from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding

OUTLETS = {
    "id": ("Kabar Sentosa", "Warta Lintang", "Harian Cakrawala", "Nusa Raya", "Jurnal Samudra", "Suara Pelabuhan"),
    "en": ("The Meridian Post", "Northgate Herald", "Harbour Weekly", "Eastfield Times", "The Lantern"),
}
PLACES = ("Kelambu", "Randu Alas", "Sembada", "Karsajaya", "Tirtomulyo", "Banyuputih")
DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
OFFICES = (
    {"id": "BPBD {place}", "en": "BPBD {place}"},
    {"id": "Kantor SAR {place}", "en": "the {place} search and rescue office"},
    {"id": "Kepolisian {place}", "en": "{place} police"},
)
EVENTS = (
    {"id": "gempa di {place}", "en": "the earthquake in {place}"},
    {"id": "kebakaran pasar di {place}", "en": "the market fire in {place}"},
    {"id": "banjir bandang di {place}", "en": "the flash flood in {place}"},
)
MEASURES = {
    "killed": {"id": "{n} orang tewas akibat {event}", "en": "{n} people were killed in {event}"},
    "injured": {"id": "{n} orang terluka akibat {event}", "en": "{n} people were injured in {event}"},
    "displaced": {"id": "{n} warga mengungsi akibat {event}", "en": "{n} residents were displaced by {event}"},
}
SAID = {
    "id": (
        "{claim}, kata {source}, {day} ({d}/{m}/{y}).",
        "{source} menyatakan {claim}, {day} ({d}/{m}/{y}).",
        "Menurut {source}, {claim} hingga {day} ({d}/{m}/{y}).",
    ),
    "en": ("{Claim}, {source} said on {day}.", "{Source} said {claim} as of {day}.", "According to {source}, {claim} by {day}."),
}
CORRECTED = {
    "id": "{source} meralat jumlah itu: {claim}, {day} ({d}/{m}/{y}). Sebelumnya disebut {old} orang.",
    "en": "{Source} revised the count on {day}: {claim}. It had earlier given {old}.",
}
FILL = {
    "id": (
        "Hujan turun sejak pagi di sekitar lokasi.",
        "Warga bergotong royong membersihkan jalan.",
        "Listrik di sebagian wilayah masih padam.",
    ),
    "en": (
        "Rain has been falling around the site since morning.",
        "Neighbours helped to clear the road.",
        "Power was still out in some districts.",
    ),
}
TITLE = {"id": "Kabar Terbaru {event}", "en": "What is known about {event}"}


@dataclass(slots=True)
class Told:
    """One figure in one report: the truth behind it."""

    measure: str
    value: int
    office: int
    outlet: str
    day: date


@dataclass(slots=True)
class Made:
    """A made story: its reports as (file name, text), and per measure the verdict, the number of origins and the estimate."""

    reports: list[tuple[str, str]] = field(default_factory=list)
    truth: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)


def number(n: int, language: str) -> str:
    """A number as papers of the language group it."""
    text = f"{n:,}"
    return text.replace(",", ".") if language == "id" else text


class Maker:
    """Makes stories from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def story(self) -> Made:
        """Make one story: for each of one or two measures, a course of events, told by reports in both languages."""
        r = self.random
        made = Made()
        place = r.choice(PLACES)
        event = r.choice(EVENTS)
        start = date(2031, 3, 3) + timedelta(days=r.randrange(200))
        outlets = [(lang, name) for lang in ("id", "en") for name in OUTLETS[lang]]
        r.shuffle(outlets)
        measures = r.sample(sorted(MEASURES), r.choice((1, 2)))
        sentences: dict[int, list[str]] = {}
        heads: dict[int, tuple[str, str, date]] = {}
        running = r.random() < 0.5  # one report a day, or all on one day
        for n, (language, name) in enumerate(outlets[: r.randint(2, 5)]):
            heads[n] = (language, name, start + timedelta(days=n if running else 0))
        courses = ("one-origin", "single", "grow", "correct") if running else ("one-origin", "single", "agree", "dispute")
        for measure in measures:
            course = r.choice(courses)
            self.tell(made, course, measure, place, event, heads, sentences)
        for n, (language, name, day) in heads.items():
            body = [*sentences.get(n, []), r.choice(FILL[language])]
            self.lay(made, n, language, name, day, place, event, body)
        if r.random() < 0.5 and heads:  # a verbatim copy under another name, a day later
            n = r.choice(sorted(heads))
            language, _, day = heads[n]
            other = next(x for lang, x in outlets if lang == language and x not in {h[1] for h in heads.values()})
            text = made.reports[n][1].split("---\n", 2)[2]
            copy = f'---\noutlet: "{other}"\npublished: {day + timedelta(days=1)}\nlanguage: {language}\n---\n{text}'
            made.reports.append((f"copy-{n}.txt", copy))
            for measure, (verdict, origins, best) in list(made.truth.items()):
                if verdict == "single-report" and any(t.measure == measure and t.outlet == heads[n][1] for t in made.told):
                    made.truth[measure] = ("single-origin", origins, best)
            made.told += [Told(t.measure, t.value, t.office, other, t.day) for t in made.told if t.outlet == heads[n][1]]
        return made

    def tell(
        self,
        made: Made,
        course: str,
        measure: str,
        place: str,
        event: dict[str, str],
        heads: dict[int, tuple[str, str, date]],
        sentences: dict[int, list[str]],
    ) -> None:
        """Let the reports tell one measure along a course; write its truth."""
        r = self.random
        order = sorted(heads)
        first = r.randint(12, 60)
        office = r.randrange(len(OFFICES))
        other = (office + 1) % len(OFFICES)
        if course == "single" or len(order) < 2:
            n = r.choice(order)
            self.say(made, n, heads[n], measure, first, office, place, event, sentences)
            made.truth[measure] = ("single-report", 1, first)
        elif course == "one-origin":
            for n in order:
                self.say(made, n, heads[n], measure, first, office, place, event, sentences)
            made.truth[measure] = ("single-origin", 1, first)
        elif course == "agree":
            for k, n in enumerate(order):
                self.say(made, n, heads[n], measure, first, office if k % 2 == 0 else other, place, event, sentences)
            made.truth[measure] = ("agreed", 2, first)
        elif course == "dispute":
            for k, n in enumerate(order):
                value = first if k % 2 == 0 else first * 3
                self.say(made, n, heads[n], measure, value, office if k % 2 == 0 else other, place, event, sentences)
            made.truth[measure] = ("contested", 2, 0)
        else:
            values = [first + 9 * k for k in range(len(order))]
            last = values[-1]
            if course == "correct":
                last = values[-1] = values[-2] - 3
            for k, n in enumerate(order):
                old = values[k - 1] if course == "correct" and k == len(order) - 1 else None
                self.say(made, n, heads[n], measure, values[k], office, place, event, sentences, old=old)
            made.truth[measure] = ("revised" if course == "correct" else "updated", 1, last)

    def say(
        self,
        made: Made,
        n: int,
        head: tuple[str, str, date],
        measure: str,
        value: int,
        office: int,
        place: str,
        event: dict[str, str],
        sentences: dict[int, list[str]],
        *,
        old: int | None = None,
    ) -> None:
        """Add the sentence of one figure to a report."""
        language, name, day = head
        about = event[language].format(place=place)
        claim = MEASURES[measure][language].format(n=number(value, language), event=about)
        source = OFFICES[office][language].format(place=place)
        template = CORRECTED[language] if old is not None else self.random.choice(SAID[language])
        sentences.setdefault(n, []).append(
            template.format(
                claim=claim,
                Claim=claim[0].upper() + claim[1:],
                source=source,
                Source=source[0].upper() + source[1:],
                day=DAYS[language][day.weekday()],
                d=day.day,
                m=day.month,
                y=day.year,
                old=number(old or 0, language),
            )
        )
        made.told.append(Told(measure, value, office, name, day))

    def lay(
        self, made: Made, n: int, language: str, name: str, day: date, place: str, event: dict[str, str], body: list[str]
    ) -> None:
        """Write a report as text with front matter."""
        title = TITLE[language].format(event=event[language].format(place=place))
        head = f'---\ntitle: "{title}"\noutlet: "{name}"\npublished: {day}\nlanguage: {language}\n---\n'
        made.reports.append((f"{n:02}.txt", head + "\n\n".join(body) + "\n"))


def found(dossier: Dossier, measure: str) -> Finding | None:
    """The finding of a measure that gathers most claims."""
    all_found = [f for s in dossier.stories for f in s.findings if f.measure == measure and not f.part and not f.background]
    return max(all_found, key=lambda f: (len(f.claims), f.id), default=None)


def naive(made: Made, measure: str) -> tuple[str, int]:
    """Verdict and number of sources of the reader that counts outlets."""
    told = [t for t in made.told if t.measure == measure]
    outlets = {t.outlet for t in told}
    if len(outlets) == 1:
        return "single-report", 1
    values = Counter(t.value for t in told)
    return ("agreed" if len(values) == 1 else "contested"), len(outlets)


def measure_all(stories: int, seed: int, keep: Path | None) -> Iterator[tuple[Made, Dossier]]:
    """Make the stories, build their dossiers."""
    maker = Maker(seed)
    for n in range(stories):
        made = maker.story()
        folder = (keep or Path(tempfile.mkdtemp())) / f"story-{n:03}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.reports:
            (folder / name).write_text(text, encoding="utf-8")
        yield made, build([str(folder)], jobs=1)
        if keep is None:
            shutil.rmtree(folder.parent)


def right_of(question: Question, dossier: Dossier) -> tuple[bool, str]:
    """Say whether a dossier answers a question rightly, and what it says."""
    value = {c.id: c.value.best for m in dossier.reports for c in m.claims if c.value is not None}
    for f in (f for s in dossier.stories for f in s.findings):
        if f.measure != question.measure or question.number not in {value.get(c) for c in f.claims}:
            continue
        estimate = f.estimate.best if f.estimate else None
        right = (f.status.value, len(f.origins)) == (question.verdict, question.origins)
        right &= question.best is None or estimate == question.best
        right &= question.not_with is None or question.not_with not in {value.get(c) for c in f.claims}
        return right, f"{f.status.value}, {len(f.origins)} ({', '.join(o.name for o in f.origins)}), {estimate}"
    return False, "no finding"


def naive_on(case: Case, question: Question) -> bool:
    """Say whether the reader that counts outlets answers rightly; it puts all figures of a measure into one question."""
    told = [(outlet, value) for measure, outlet, value in case.told if measure == question.measure]
    outlets = len({o for o, _ in told})
    verdict = "single-report" if outlets == 1 else "agreed" if len({v for _, v in told}) == 1 else "contested"
    best = max(v for _, v in told)
    return (verdict, outlets) == (question.verdict, question.origins) and question.best in (None, best)


def hard(stories: int, seed: int, *, errors: bool) -> None:
    """Measure the hard cases, as many stories of each kind."""
    print(f"{stories} stories a case, seed {seed}\n{'':30}{'rujuk':>8}{'naive':>8}")
    for make in CASES:
        source = random.Random(f"{seed} {make.__name__}")
        total, mine, peer = 0, 0, 0
        for _ in range(stories):
            case = make(source)
            with tempfile.TemporaryDirectory() as folder:
                for n, text in enumerate(case.reports):
                    (Path(folder) / f"{n:02}.md").write_text(text, encoding="utf-8")
                dossier = build([folder], jobs=1)
            for question in case.questions:
                ok, says = right_of(question, dossier)
                total, mine, peer = total + 1, mine + ok, peer + naive_on(case, question)
                if errors and not ok:
                    print(f"  {case.name}: {says} for {question}")
        print(f"{case.name:30}{mine / total:8.3f}{peer / total:8.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the made reports here")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--hard", action="store_true", help="the cases of hard_cases.py")
    args = parser.parse_args()
    if args.hard:
        hard(args.stories, args.seed, errors=args.errors)
        return
    total = 0
    right: Counter[str] = Counter()
    for n, (made, dossier) in enumerate(measure_all(args.stories, args.seed, args.keep)):
        for measure, (verdict, origins, best) in sorted(made.truth.items()):
            total += 1
            f = found(dossier, measure)
            got = (f.status.value, len(f.origins)) if f else ("none", 0)
            estimate = f.estimate.best if f and f.estimate else None
            right["rujuk verdict"] += got[0] == verdict
            right["rujuk origins"] += got[1] == origins
            right["rujuk estimate"] += verdict == "contested" or estimate == best
            peer = naive(made, measure)
            right["naive verdict"] += peer[0] == verdict
            right["naive origins"] += peer[1] == origins
            right["naive estimate"] += verdict == "contested" or max(t.value for t in made.told if t.measure == measure) == best
            if args.errors and (got[0] != verdict or got[1] != origins):
                print(f"story-{n:03} {measure}: {got} for {(verdict, origins)}; {[o.name for o in f.origins] if f else None}")
    print(f"{args.stories} stories, {total} questions, seed {args.seed}\n{'':12}{'rujuk':>8}{'naive':>8}")
    for row in ("verdict", "origins", "estimate"):
        print(f"{row:12}{right[f'rujuk {row}'] / total:8.3f}{right[f'naive {row}'] / total:8.3f}")


if __name__ == "__main__":
    main()
