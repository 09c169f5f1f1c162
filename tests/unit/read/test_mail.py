"""Mail: newsletters in their articles, single mails whole, mailboxes, saved pages; hostile messages end in a named failure."""

from __future__ import annotations

import base64
import quopri
import time
from pathlib import Path

import pytest

from archives import PROSE, mail, page, parts
from rujuk.model.report import Failure, Report
from rujuk.read.contents import read_document
from rujuk.read.documents import Document
from rujuk.read.mime import parse_mime, words_of
from rujuk.read.sources import read_inputs

LONG = " ".join(PROSE * 3)
LINKED = "<h2><a href='https://contoh.id/{0}'>{1}</a></h2><p>{2}</p>"


def read(data: bytes) -> tuple[Report | Failure, ...]:
    return read_document(Document(data=data, source="a.eml"))


def reports(data: bytes) -> list[Report]:
    return [x for x in read(data) if isinstance(x, Report)]


def test_newsletter_of_one_text_is_one_report() -> None:
    body = "<div style='display:none'>Cuplikan tersembunyi</div><h1>Jembatan ambruk</h1>" + "".join(f"<p>{p}</p>" for p in PROSE)
    (found,) = reports(mail(body, more="List-Unsubscribe: <https://contoh.id/keluar>\r\n"))
    assert found.source == "a.eml"
    assert found.title == "Kabar Pagi: jembatan"
    assert (found.outlet and (found.outlet.name, found.outlet.domain)) == ("Kabar Pagi", "contoh.id")
    assert (found.published and found.published.local) == "2024-05-06T06:00:00+07:00"
    assert (found.language, found.partial, found.bylines) == ("id", None, ())
    assert "Cuplikan" not in found.text
    assert found.text.endswith(PROSE[-1])


def test_newsletter_of_several_articles() -> None:
    body = (
        "<table><tr><td><a href='https://contoh.id/lihat'>Lihat di peramban</a></td></tr></table>"
        + LINKED.format("a", "Jembatan kayu ambruk di Desa Contoh", LONG)
        + LINKED.format("b", "Perahu gratis bagi warga desa", PROSE[1])
        + "<p><a href='https://contoh.id/c'>Harga beras naik lagi pekan ini</a></p><p><a href='https://contoh.id/c'>Harga beras naik lagi pekan ini</a></p>"
        + "<p><a href='https://contoh.id/keluar'>Berhenti berlangganan</a></p>"
    )
    found = read(mail(body))
    assert [(x.source, x.title, x.url, x.partial is not None) for x in found if isinstance(x, Report)] == [
        ("a.eml#1", "Jembatan kayu ambruk di Desa Contoh", "https://contoh.id/a", False),
        ("a.eml#2", "Perahu gratis bagi warga desa", "https://contoh.id/b", True),
    ]
    assert [(x.code, x.state, x.detail) for x in found if isinstance(x, Failure)] == [
        ("link-only", "skipped", "Harga beras naik lagi pekan ini: https://contoh.id/c (`rujuk fetch` reads it)")
    ]


def test_newsletter_set_in_tables() -> None:
    item = (
        "<tr><td><a href='https://contoh.id/{0}'><img src='x.jpg'></a></td></tr><tr><td style='font-size:22px;font-weight:700'>{1}</td></tr>"
        "<tr><td style='font-size:15px'>{2}</td></tr><tr><td><a href='https://contoh.id/{0}'>Selengkapnya</a></td></tr>"
    )
    body = (
        f"<table>{item.format('a', 'Jembatan kayu ambruk di Desa Contoh', LONG)}{item.format('b', 'Perahu gratis bagi warga desa', PROSE[1])}"
        f"<tr><td>Surel ini dikirim kepada pembaca; <a href='https://contoh.id/unsubscribe?x'>berhenti di sini</a>.</td></tr><tr><td>{PROSE[2]}</td></tr></table>"
    )
    assert [(r.title, r.url, r.text) for r in reports(mail(body))] == [
        ("Jembatan kayu ambruk di Desa Contoh", "https://contoh.id/a", LONG),
        ("Perahu gratis bagi warga desa", "https://contoh.id/b", PROSE[1]),
    ]


def test_text_newsletter_of_several_articles() -> None:
    text = (
        f"KABAR PAGI\n\nJEMBATAN KAYU AMBRUK DI DESA CONTOH\n{LONG}\nSelengkapnya: https://contoh.id/a\n\n"
        f"Perahu gratis bagi warga desa\n{PROSE[1]}\nhttps://contoh.id/b\n\nBerhenti: https://contoh.id/unsubscribe?1\n"
    )
    assert [(r.title, r.url, r.text) for r in reports(mail(text, kind="text/plain"))] == [
        ("JEMBATAN KAYU AMBRUK DI DESA CONTOH", "https://contoh.id/a", LONG),
        ("Perahu gratis bagi warga desa", "https://contoh.id/b", PROSE[1]),
    ]


def test_letter_above_the_items_is_a_report() -> None:
    body = (
        f"<p><a href='https://contoh.id/edisi/7'>Lihat di peramban</a></p><p>{PROSE[0]} {PROSE[1]} {PROSE[2]}</p>"
        + LINKED.format("a", "Jembatan kayu ambruk di Desa Contoh", LONG)
        + LINKED.format("b", "Perahu gratis bagi warga desa", LONG.replace("Senin", "Selasa"))
    )
    assert [(r.title, r.url, r.partial) for r in reports(mail(body))] == [
        ("Kabar Pagi: jembatan", None, None),
        ("Jembatan kayu ambruk di Desa Contoh", "https://contoh.id/a", None),
        ("Perahu gratis bagi warga desa", "https://contoh.id/b", None),
    ]


def test_subheadings_without_links_do_not_split() -> None:
    body = "".join(f"<h2>Bagian {n} dari cerita jembatan</h2><p>{LONG}</p>" for n in ("satu", "dua", "tiga"))
    assert len(reports(mail(body))) == 1


def test_mail_of_a_person_has_an_author() -> None:
    (found,) = reports(mail(LONG, kind="text/plain", sender='"Sari Contoh" <sari@gmail.com>'))
    assert (found.bylines, found.outlet) == (("Sari Contoh",), None)
    (found,) = reports(
        mail(
            LONG,
            kind="text/plain",
            sender="Sari Contoh <sari@redaksi.contoh.id>",
            more="List-ID: Surat Desa <surat.contoh.id>\r\n",
        )
    )
    assert (found.bylines, found.outlet and found.outlet.name) == (("Sari Contoh",), "Surat Desa")


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("base64", lambda b: base64.encodebytes(b).decode()),
        ("quoted-printable", lambda b: quopri.encodestring(b).decode()),
        ("8bit", lambda b: b.decode("utf-8")),
        ("base64", lambda b: base64.encodebytes(b).decode()[:-3]),
    ],
)
def test_transfer_encodings(coding: str, pack: object) -> None:
    body = pack(f"<p>Café di tepi sungai: {LONG}</p>".encode())  # type: ignore[operator]
    (found,) = reports(mail(body, more=f"Content-Transfer-Encoding: {coding}\r\n"))
    assert found.text.startswith("Café di tepi sungai: Jembatan")


def test_html_is_preferred_and_attachments_are_counted() -> None:
    inner = parts("in", [("Content-Type: text/plain", "Buka di peramban."), ("Content-Type: text/html", f"<p>{LONG}</p>")])
    body = parts(
        "out",
        [
            ('Content-Type: multipart/alternative; boundary="in"', inner),
            ("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf", "x"),
        ],
    )
    found = read(mail(body, kind='multipart/mixed; boundary="out"'))
    assert isinstance(found[0], Report)
    assert found[0].text == LONG
    assert [x.detail for x in found[1:] if isinstance(x, Failure)] == ["1 attached files were not read"]


def test_messages_sent_along_are_read() -> None:
    inner = mail(f"<p>{LONG}</p>", sender="Harian Lain <redaksi@lain.id>", more="List-Post: x\r\n").decode()
    body = parts("out", [("Content-Type: text/plain", PROSE[0]), ("Content-Type: message/rfc822", inner)])
    found = reports(mail(body, kind="multipart/mixed; boundary=out", more="List-Unsubscribe: <x>\r\n"))
    assert [(r.source, r.outlet and r.outlet.name) for r in found] == [("a.eml#1", "Kabar Pagi"), ("a.eml#2", "Harian Lain")]


def test_charset_of_a_part_is_used() -> None:
    data = (
        mail("", kind="text/plain; charset=koi8-r").rstrip(b"\r\n")
        + b"\r\n\r\n"
        + ("Мост через реку обрушился утром. " * 9).encode("koi8-r")
    )
    assert reports(data)[0].text.startswith("Мост через реку")


def test_words_of_header_fields() -> None:
    assert words_of("=?utf-8?b?SmVtYmF0YW4=?= =?iso-8859-1?q?_caf=E9?=") == "Jembatan café"
    assert words_of("=?utf-8?b?!!!?=") != ""
    assert words_of("=?rot13?q?abc?= =?nowhere?q?abc?=").count("abc") == 2


@pytest.mark.parametrize(
    "data",
    [
        mail("--b\r\n\r\nx\r\n" * 10_000, kind="multipart/mixed; boundary=b"),
        mail("".join(f"Content-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n--b{n + 1}\r\n" for n in range(5000)), kind="multipart/mixed; boundary=b0")[:-2]
        + b"\r\n--b0\r\n" * 3
        + b"".join(b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(3000)),
        mail("Content-Type: message/rfc822\r\n\r\n" * 5000, kind="message/rfc822"),
    ],
    ids=["many parts", "deep parts", "mail in mail"],
)  # fmt: skip
def test_endless_messages_fail_by_name(data: bytes) -> None:
    begin = time.process_time()
    found = read(data)
    assert time.process_time() - begin < 2
    assert isinstance(found[0], Failure)
    assert found[0].code in ("broken-mail", "no-body")


def test_deep_parts_are_refused() -> None:
    body = "x"
    for n in range(30):
        body = parts(f"b{n}", [(f"Content-Type: multipart/mixed; boundary=b{n - 1}" if n else "Content-Type: text/plain", body)])
    (found,) = read(mail(body, kind="multipart/mixed; boundary=b29"))
    assert isinstance(found, Failure)
    assert (found.code, "deep" in found.detail) == ("broken-mail", True)


def test_time_grows_with_length() -> None:
    def seconds(size: int) -> float:
        data = mail(
            ("--b \r\nContent-Type: text/plain\r\n" + "-" * 60 + "\r\n") * (size // 100), kind="multipart/mixed; boundary=c"
        )
        begin = time.process_time()
        parse_mime(data)
        return time.process_time() - begin

    seconds(10_000)
    assert seconds(2_000_000) < 1


def test_mailbox(tmp_path: Path) -> None:
    second = mail(f"<p>{LONG}</p><p>\r\n>From desa itu berangkat tiga perahu pada sore hari.</p>", more="X: y\r\n")
    box = (
        b"From x@y Mon May  6 06:00:00 2024\r\n"
        + mail(f"<p>{PROSE[0]} {PROSE[1]}</p>")
        + b"\r\n\r\nFrom x@y Mon May  6 07:00:00 2024\r\n"
        + second
    )
    (tmp_path / "kotak").write_bytes(box)
    found = list(read_inputs([str(tmp_path / "kotak")]))
    assert [x.source for x in found if isinstance(x, Report)] == ["kotak:1", "kotak:2"]
    assert isinstance(found[1], Report)
    assert found[1].text.endswith("From desa itu berangkat tiga perahu pada sore hari.")


def test_saved_page() -> None:
    html = quopri.encodestring(page().encode()).decode()
    body = parts(
        "x",
        [
            (
                "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://contoh.id/1",
                html,
            ),
            (
                "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://contoh.id/a.png",
                "iVBORw0KGgo=",
            ),
            ("Content-Type: text/html\r\nContent-Location: https://iklan.example/", "<p>Iklan</p>"),
        ],
    )
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://contoh.id/1\r\nSubject: Jembatan\r\nDate: Tue, 7 May 2024 01:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n' + body
    )
    (found,) = read(data.encode())
    assert isinstance(found, Report)
    assert (found.url, found.title) == ("https://contoh.id/1", "Jembatan Ambruk di Desa Contoh 1")
    assert (found.published and str(found.published.days.earliest)) == "2024-05-06"
    assert (found.outlet and found.outlet.name) == "Harian Contoh"


def test_text_about_mail_is_no_mail() -> None:
    text = "Subjek: Jembatan\n\n" + "\n\n".join(PROSE)
    (found,) = read(text.encode())
    assert isinstance(found, Report)
    assert PROSE[0] in found.text
