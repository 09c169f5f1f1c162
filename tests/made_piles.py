"""Piles of made reports: many small stories with names of their own, copies, and the untidiness that inputs have.  The same seed gives the same pile."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

from archives import PROSE, page, response, warc, zipped

SITE = "https://contoh.id/2024/05/06"
OUTLETS = ("Kabar Sentosa", "Warta Lintang", "Harian Cakrawala", "Nusa Raya")
SYLLABLES = ("ka", "lum", "bo", "rin", "su", "ta", "mel", "ga", "wan", "do", "pri", "yu", "sen", "la")
EVENTS = ("banjir", "kebakaran", "tanah longsor", "kecelakaan bus", "gempa")
LINES = (
    "{event} melanda Kampung {place} pada {day}, kata {name} dari {office}.",
    "Sedikitnya {n} orang luka dan dibawa ke Puskesmas {place} oleh petugas {office}.",
    "{name} mengatakan {m} rumah rusak akibat {event} di Kampung {place} itu.",
    "Warga {place} mengungsi ke balai desa, sementara {office} mendirikan dapur umum untuk {k} jiwa.",
    "Hingga malam petugas masih mendata kerusakan di {place} dan desa-desa sekitarnya.",
)


def stories(count: int, *, seed: int = 1) -> list[dict[str, str]]:
    """Give the reports of so many stories as objects: one to five of each, some word for word after another."""
    dice = random.Random(seed)
    out = []
    for _ in range(count):
        place, name, office = (" ".join(_name(dice) for _ in range(n)) for n in (1, 2, 1))
        day = date(2024, 5, 1) + timedelta(days=dice.randrange(60))
        given = {
            "event": dice.choice(EVENTS),
            "place": place,
            "name": name,
            "office": f"BPBD {office}",
            "day": f"{day.day}/{day.month}/{day.year}",
        }
        before: list[str] = []
        for outlet in dice.sample(OUTLETS, dice.randint(1, 4)):
            numbers = {"n": dice.randint(3, 60), "m": dice.randint(3, 900), "k": dice.randint(50, 2000)}
            lines = [x.format(**given, **numbers) for x in dice.sample(LINES, 4)]
            body = before if before and dice.random() < 0.3 else lines
            before = body
            out.append(
                {
                    "title": f"{given['event'].title()} di {place}: {numbers['n']} Orang Luka",
                    "outlet": outlet,
                    "published": (day + timedelta(days=dice.randrange(2))).isoformat(),
                    "text": "\n".join(x[0].upper() + x[1:] for x in body),
                }
            )
    return out


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(3)).title()


def write_lines(file: Path, rows: list[dict[str, str]]) -> Path:
    """Write objects as JSON Lines."""
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return file


def untidy(folder: Path) -> Path:
    """Write a folder with everything that makes one machine's order matter: repeats across files, pages of one article, failures, a live report."""
    (folder / "sub").mkdir(parents=True)
    two = "<p>Halaman: <a href='{0}'>1</a> <a href='{0}?page=2'>2</a></p>"
    address = "https://contoh.id/berita/jembatan-ambruk-di-desa-contoh"
    first = page(7, more=two.format(address))
    second = page(
        7, more="<p>Bupati meninjau lokasi pada sore hari dan berjanji membangun jembatan baja.</p>" + two.format(address)
    )
    records = [response(f"{SITE}/{n}", page(n % 5).encode()) for n in range(8)]
    records += [response(address, first.encode()), response(f"{SITE}/x.png", b"\x89PNG", kind="image/png")]
    (folder / "b.warc.gz").write_bytes(warc(records))
    (folder / "sub" / "c.warc.gz").write_bytes(
        warc([response(f"{address}?page=2", second.encode()), response(f"{SITE}/3", page(3).encode())])
    )
    for name in ("a.html", "sub/a.html", "z.html"):
        (folder / name).write_text(page(1, more="" if name == "a.html" else f"<!-- {name} -->"), encoding="utf-8")
    (folder / "sub" / "same.html").write_text(page(1), encoding="utf-8")
    (folder / "d.zip").write_bytes(zipped({"1.txt": "\n\n".join(PROSE).encode(), "2.html": page(2).encode()}))
    (folder / "e.txt").write_text("\n\n".join(PROSE), encoding="utf-8")
    (folder / "f.png").write_bytes(b"\x89PNG\0\0")
    (folder / "g.txt").write_text("", encoding="utf-8")
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    (folder / "h.jsonl").write_text('{"text": "Rusak', encoding="utf-8")
    clocks = "\n".join(
        f"{h}.15 WIB\nPetugas menutup jalan ke Desa Contoh pada pukul itu karena air naik {h} sentimeter."
        for h in (9, 11, 13, 16)
    )
    (folder / "i.jsonl").write_text(
        json.dumps({"title": "Live: Banjir di Desa Contoh", "url": "https://contoh.id/live/banjir", "published": "2024-05-06", "text": clocks}) + "\n",
        encoding="utf-8",
    )  # fmt: skip
    return folder
