"""Stories with known truth where counting goes wrong: places in places, two events, who is counted, one house under two names.

Each case makes a story of two to four reports from templates written for this file and says what a careful desk would find: for each question,
which numbers answer it, the verdict, and how many origins there are.  Names of offices, people and wards are invented; towns around them are real,
since a gazetteer is part of what is measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

TOWNS = ("Kabupaten Ngawi", "Kabupaten Wonogiri", "Kabupaten Blora", "Kabupaten Pacitan", "Kabupaten Temanggung")
WARDS = ("Kelurahan Lio", "Kelurahan Randu Wangi", "Kelurahan Sumber Jati", "Kelurahan Karang Lor")
COUNTRIES = (("Kenyan", "Kenya"), ("Indian", "India"), ("Danish", "Denmark"), ("Turkish", "Turki"))
ISLES = ("Nusa", "Arjasa", "Maratua", "Sangkala")
OUTLETS = ("Kabar Sentosa", "Warta Lintang", "Harian Cakrawala", "Nusa Raya", "Jurnal Samudra", "Suara Pelabuhan")
PAPERS = ("The Meridian Post", "Northgate Herald", "Harbour Weekly", "Eastfield Times", "The Lantern")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class Question:
    """What the reports answer: a measure, one number that stands in it, and the truth about it; `best` is None where none is to be printed."""

    measure: str
    number: float
    verdict: str
    origins: int
    best: float | None
    not_with: float | None = None
    """A number that must not stand in the same finding."""


@dataclass(slots=True)
class Case:
    """A made story: its reports, the questions, and what the naive reader is given: (measure, outlet, value)."""

    name: str
    reports: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    told: list[tuple[str, str, float]] = field(default_factory=list)

    def lay(self, outlet: str, language: str, day: date, title: str, *sentences: str) -> None:
        """Write a report."""
        body = "\n\n".join(sentences)
        self.reports.append(f'---\ntitle: "{title}"\noutlet: "{outlet}"\npublished: {day}\nlanguage: {language}\n---\n{body}\n')


def _start(r: random.Random) -> date:
    return date(2031, 3, 3) + timedelta(days=r.randrange(200))


def _on(day: date) -> str:
    return f"{DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"


def ward_in_a_town(r: random.Random) -> Case:
    """One report names the ward, another the town around it: one question; another ward has its own."""
    case, day = Case("ward in a town"), _start(r)
    town, (ward, other) = r.choice(TOWNS), r.sample(WARDS, 2)
    n, m = r.randint(21, 60), r.randint(11, 20)
    a, b, c = r.sample(OUTLETS, 3)
    case.lay(
        a,
        "id",
        day,
        f"Kebakaran di {ward}",
        f"Kebakaran melanda {ward}, {town}, {_on(day)}.",
        f"BPBD {town.split()[-1]} mencatat {n} rumah terbakar di {ward}, {town}.",
    )
    case.lay(
        b,
        "id",
        day,
        f"Kebakaran di {town}",
        f"Kebakaran besar melanda {town}, {_on(day)}.",
        f"Kantor SAR {town.split()[-1]} mencatat {n} rumah terbakar di {town}.",
    )
    case.lay(
        c,
        "id",
        day,
        f"Kebakaran di {other}",
        f"Kebakaran juga melanda {other}, {town}, {_on(day)}.",
        f"Ada {m} rumah terbakar di {other}, kata Kantor SAR {town.split()[-1]}.",
    )
    case.questions = [Question("buildings", n, "agreed", 2, n, m), Question("buildings", m, "single-report", 1, m, n)]
    case.told = [("buildings", a, n), ("buildings", b, n), ("buildings", c, m)]
    return case


def two_quakes(r: random.Random) -> Case:
    """Two quakes of one week, told by the same papers."""
    case, day = Case("two quakes of a week"), _start(r)
    town = r.choice(TOWNS)
    x, y = round(r.uniform(4.6, 5.2), 1), round(r.uniform(5.9, 6.6), 1)
    a, b = r.sample(OUTLETS, 2)
    later = day + timedelta(days=3)
    for outlet, on, value in ((a, day, x), (b, day, x), (a, later, y), (b, later, y)):
        text = f"{value}".replace(".", ",")
        case.lay(
            outlet,
            "id",
            on,
            f"Gempa Magnitudo {text} Guncang {town}",
            f"Gempa magnitudo {text} mengguncang {town}, {_on(on)}.",
            "BMKG menyatakan gempa itu tidak berpotensi tsunami.",
            f"Menurut BMKG, gempa bermagnitudo {text} itu berpusat di darat.",
        )
        case.told.append(("magnitude", outlet, value))
    case.questions = [Question("magnitude", v, "single-origin", 1, v, w) for v, w in ((x, y), (y, x))]
    return case


def with_attackers(r: random.Random) -> Case:
    """Two offices count the dead, one of them with those who did it."""
    case, day = Case("with those who did it"), _start(r)
    town, n, k = r.choice(TOWNS), r.randint(21, 60), r.randint(2, 6)
    a, b = r.choice(OUTLETS), r.choice(PAPERS)
    short = town.split()[-1]
    case.lay(
        a,
        "id",
        day,
        f"Serangan di {town}",
        f"Serangan terjadi di {town}, {_on(day)}.",
        f"Kepolisian {short} menyatakan {n} orang tewas di {town}.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Attack in {short}",
        f"Armed men attacked a market in {short} on {day:%A}.",
        f"The {short} hospital said {n + k} people were killed in {short}, including {k} attackers.",
    )
    case.questions = [Question("killed", n, "agreed", 2, None)]
    case.told = [("killed", a, n), ("killed", b, n + k)]
    return case


def navy_and_ministry(r: random.Random) -> Case:
    """A country's navy and the ministry over it are one voice."""
    case, day = Case("navy and ministry"), _start(r)
    (adjective, _), n = r.choice(COUNTRIES), r.randint(11, 39)
    a, b = r.sample(PAPERS, 2)
    case.lay(
        a,
        "en",
        day,
        f"{adjective} Navy Holds Pirates",
        f"The {adjective} navy said it had arrested {n} pirates in the Gulf of Aden on {day:%A}.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Pirates Held off {'Yemen'}",
        f"The {adjective} Defence Ministry said {n} pirates were arrested in the Gulf of Aden on {day:%A}.",
    )
    case.questions = [Question("detained", n, "single-origin", 1, n)]
    case.told = [("detained", a, n), ("detained", b, n)]
    return case


def office_in_two_languages(r: random.Random) -> Case:
    """One agency under its name in two languages."""
    case, day = Case("an office in two languages"), _start(r)
    isle, n = r.choice(ISLES), r.randint(21, 60)
    a, b = r.choice(OUTLETS), r.choice(PAPERS)
    case.lay(
        a,
        "id",
        day,
        f"Banjir di {isle}",
        f"Banjir melanda {isle}, {_on(day)}.",
        f"Badan Penanggulangan Bencana {isle} menyatakan {n} orang tewas akibat banjir di {isle}.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Flood in {isle}",
        f"A flood struck {isle} on {day:%A}.",
        f"The {isle} Disaster Management Agency said {n} people were killed by the flood in {isle}.",
    )
    case.questions = [Question("killed", n, "single-origin", 1, n)]
    case.told = [("killed", a, n), ("killed", b, n)]
    return case


def war_and_day(r: random.Random) -> Case:
    """The toll of one strike and the toll of the war around it."""
    case, day = Case("a war and one of its days"), _start(r)
    town, n, w = r.choice(TOWNS), r.randint(21, 60), r.randint(600, 990)
    a, b = r.sample(OUTLETS, 2)
    short = town.split()[-1]
    case.lay(
        a,
        "id",
        day,
        f"Serangan di {town}",
        f"Serangan udara terjadi di {town}, {_on(day)}.",
        f"Rumah Sakit {short} mencatat {n} orang tewas di {town}.",
    )
    case.lay(
        b,
        "id",
        day,
        f"Serangan di {town}",
        f"Serangan udara kembali terjadi di {town}, {_on(day)}.",
        f"Palang Merah mencatat {n} orang tewas di {town}.",
        f"Sebanyak {w} orang tewas di {town} sejak perang itu pecah, kata Palang Merah.",
    )
    case.questions = [Question("killed", n, "agreed", 2, n, w), Question("killed", w, "single-report", 1, w, n)]
    case.told = [("killed", a, n), ("killed", b, n), ("killed", b, w)]
    return case


def part_of_a_whole(r: random.Random) -> Case:
    """The children among the dead answer a question of their own."""
    case, day = Case("a part and its whole"), _start(r)
    town, n, k = r.choice(TOWNS), r.randint(31, 60), r.randint(11, 20)
    a, b = r.choice(OUTLETS), r.choice(PAPERS)
    short = town.split()[-1]
    case.lay(
        a,
        "id",
        day,
        f"Banjir di {town}",
        f"Banjir bandang melanda {town}, {_on(day)}.",
        f"BPBD {short} menyatakan {n} orang tewas di {town}, {k} di antaranya anak-anak.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Flood in {short}",
        f"A flash flood struck {short} on {day:%A}.",
        f"The Red Cross said {n} people were killed in {short}, {k} of them children.",
    )
    case.questions = [Question("killed", n, "agreed", 2, n, k), Question("killed", k, "agreed", 2, k, n)]
    case.told = [("killed", o, v) for o in (a, b) for v in (n, k)]
    return case


def outgrown_word(r: random.Random) -> Case:
    """First dozens, then a number: the word was outgrown."""
    case, day = Case("an outgrown word"), _start(r)
    town, n = r.choice(TOWNS), r.randint(140, 380)
    a, b = r.sample(OUTLETS, 2)
    later = day + timedelta(days=2)
    short = town.split()[-1]
    case.lay(
        a,
        "id",
        day,
        f"Banjir di {town}",
        f"Banjir bandang melanda {town}, {_on(day)}.",
        f"Puluhan orang tewas di {town}, kata BPBD {short}.",
    )
    case.lay(
        b,
        "id",
        later,
        f"Banjir di {town}",
        f"Banjir bandang melanda {town}, {_on(day)}.",
        f"BPBD {short} menyatakan {n} orang tewas di {town} hingga {_on(later)}.",
    )
    case.questions = [Question("killed", n, "updated", 1, n)]
    case.told = [("killed", a, 20), ("killed", b, n)]
    return case


def neighbourhood(r: random.Random) -> Case:
    """An English paper names a part of a city that no gazetteer knows, another the city."""
    case, day = Case("a neighbourhood and its city"), _start(r)
    city, n = r.choice(("Hobart", "Leeds", "Ottawa", "Tucson")), r.randint(11, 60)
    part, (a, b) = r.choice(("Flatlands Row", "Old Quay", "Millgate", "Sandy Bank")), r.sample(PAPERS, 2)
    case.lay(
        a,
        "en",
        day,
        f"Fire in {part}",
        f"A fire broke out in the {part} neighbourhood of {city} on {day:%A}.",
        f"The fire department said {n} people were injured in {part}.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Fire in {city}",
        f"A fire broke out in {city} on {day:%A}.",
        f"The Red Cross said {n} people were injured in {city}.",
    )
    case.questions = [Question("injured", n, "agreed", 2, n)]
    case.told = [("injured", a, n), ("injured", b, n)]
    return case


def lowered(r: random.Random) -> Case:
    """An office gives fewer than it gave the day before, without a word about it."""
    case, day = Case("lowered by its own office"), _start(r)
    town, n, k = r.choice(TOWNS), r.randint(31, 60), r.randint(3, 9)
    a, b = r.sample(OUTLETS, 2)
    short, later = town.split()[-1], day + timedelta(days=1)
    case.lay(
        a,
        "id",
        day,
        f"Banjir di {town}",
        f"Banjir bandang melanda {town}, {_on(day)}.",
        f"BPBD {short} menyatakan {n} orang tewas di {town}.",
    )
    case.lay(
        b,
        "id",
        later,
        f"Banjir di {town}",
        f"Banjir bandang melanda {town}, {_on(day)}.",
        f"BPBD {short} menyatakan {n - k} orang tewas di {town} hingga {_on(later)}.",
    )
    case.questions = [Question("killed", n, "revised", 1, n - k)]
    case.told = [("killed", a, n), ("killed", b, n - k)]
    return case


def replaced_by_another(r: random.Random) -> Case:
    """The later reports have only the lower figure of another office."""
    case, day = Case("replaced by another office"), _start(r)
    town, n, k = r.choice(TOWNS), r.randint(31, 60), r.randint(3, 9)
    papers = r.sample(OUTLETS, 3)
    short = town.split()[-1]
    sources = (f"Kepolisian {short}", f"BPBD {short}", f"BPBD {short}")
    for d, (outlet, source) in enumerate(zip(papers, sources, strict=True)):
        on, value = day + timedelta(days=d), n if d == 0 else n - k
        case.lay(
            outlet,
            "id",
            on,
            f"Banjir di {town}",
            f"Banjir bandang melanda {town}, {_on(day)}.",
            f"{source} menyatakan {value} orang tewas di {town} hingga {_on(on)}.",
        )
        case.told.append(("killed", outlet, value))
    case.questions = [Question("killed", n, "revised", 2, n - k)]
    return case


def officials_and_police(r: random.Random) -> Case:
    """Officials without a name, and the police behind the same figure."""
    case, day = Case("officials without a name"), _start(r)
    town, n = r.choice(TOWNS), r.randint(11, 60)
    a, b = r.choice(OUTLETS), r.choice(PAPERS)
    short = town.split()[-1]
    case.lay(
        a,
        "id",
        day,
        f"Bentrokan di {town}",
        f"Bentrokan pecah di {town}, {_on(day)}.",
        f"Kepolisian {short} menyatakan {n} orang ditangkap di {town}.",
    )
    case.lay(
        b,
        "en",
        day,
        f"Clashes in {short}",
        f"Clashes broke out in {short} on {day:%A}.",
        f"Officials said {n} people were arrested in {short}.",
    )
    case.questions = [Question("detained", n, "single-origin", 1, n)]
    case.told = [("detained", a, n), ("detained", b, n)]
    return case


def two_governments(r: random.Random) -> Case:
    """The same ministry of two countries: two origins."""
    case, day = Case("one ministry of two countries"), _start(r)
    (x, _), (y, _) = r.sample(COUNTRIES, 2)
    n, (a, b) = r.randint(11, 60), r.sample(PAPERS, 2)
    case.lay(
        a,
        "en",
        day,
        "Crew Freed",
        f"Sailors of two countries were freed on {day:%A}.",
        f"The {x} Foreign Ministry said {n} sailors were freed in the Gulf of Aden.",
    )
    case.lay(
        b,
        "en",
        day,
        "Sailors Freed",
        f"Sailors of two countries were freed on {day:%A}.",
        f"The {y} foreign minister said {n} sailors were freed in the Gulf of Aden.",
    )
    case.questions = [Question("released", n, "agreed", 2, n)]
    case.told = [("released", a, n), ("released", b, n)]
    return case


CASES: tuple[Callable[[random.Random], Case], ...] = (
    ward_in_a_town,
    two_quakes,
    with_attackers,
    navy_and_ministry,
    office_in_two_languages,
    war_and_day,
    part_of_a_whole,
    outgrown_word,
    neighbourhood,
    lowered,
    replaced_by_another,
    officials_and_police,
    two_governments,
)
