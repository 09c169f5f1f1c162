"""Archives, mail and feeds for tests, made by hand: small, valid, written for the project."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterable

PROSE = (
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa kepada wartawan.",
    "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu sampai jembatan baru selesai dibangun.",
    "Pemerintah kabupaten menyiapkan dana perbaikan dan meminta warga berhati-hati saat menyeberang di musim hujan seperti sekarang ini.",
)


def page(number: int = 1, *, title: str = "Jembatan Ambruk di Desa Contoh", more: str = "") -> str:
    """Give an article page; pages of different numbers are different reports."""
    body = "".join(f"<p>{p}</p>" for p in PROSE)
    return (
        f"<html lang='id'><head><meta charset='utf-8'><title>{title} {number} - Harian Contoh</title><meta property='og:site_name' content='Harian Contoh'>"
        f"<meta property='og:type' content='article'><meta property='article:published_time' content='2024-05-06T10:15:00+07:00'></head>"
        f"<body><h1>{title} {number}</h1><p>Berita nomor {number} tentang jembatan kayu itu ditulis pada hari yang sama oleh wartawan.</p>{body}{more}</body></html>"
    )


def record(kind: str, address: str, block: bytes, content: str = "application/http; msgtype=response", more: str = "") -> bytes:
    """Give one WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(block):012d}>\r\nWARC-Date: 2024-05-06T12:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: {content}\r\n{more}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(
    address: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    """Give a WARC record of an HTTP response."""
    return record("response", address, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body)


def warc(records: Iterable[bytes], *, packed: bool = True) -> bytes:
    """Give an archive, each record a gzip member of its own where it is packed."""
    return b"".join(gzip.compress(r, 1, mtime=0) if packed else r for r in records)


def zipped(members: dict[str, bytes], *, stored: bool = False) -> bytes:
    """Give a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def wacz(records: Iterable[bytes], pages: Iterable[dict[str, str]] = ()) -> bytes:
    """Give a WACZ file."""
    return zipped(
        {
            "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
            "archive/data.warc.gz": warc(records),
            "indexes/index.cdx.gz": gzip.compress(b"x"),
            "pages/pages.jsonl": "\n".join(json.dumps(p) for p in pages).encode(),
        },
        stored=True,
    )


def mail(
    body: str, *, kind: str = "text/html; charset=utf-8", sender: str = "Kabar Pagi <kabar@email.contoh.id>", more: str = ""
) -> bytes:
    """Give a message of one part."""
    return (
        f"Return-Path: <x@contoh.id>\r\nFrom: {sender}\r\nTo: pembaca@contoh.org\r\nSubject: =?utf-8?q?Kabar_Pagi=3A_jembatan?=\r\n"
        f"Date: Mon, 06 May 2024 06:00:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n{more}\r\n{body}"
    ).encode()


def parts(boundary: str, bodies: Iterable[tuple[str, str]], *, close: bool = True) -> str:
    """Give a multipart body of (header lines, content) parts."""
    inner = "".join(f"--{boundary}\r\n{head}\r\n\r\n{body}\r\n" for head, body in bodies)
    return inner + (f"--{boundary}--\r\n" if close else "")


def rss(
    items: str, *, head: str = "<title>Harian Contoh - Terkini</title><link>https://contoh.id/</link><language>id</language>"
) -> str:
    """Give an RSS feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel>{head}{items}</channel></rss>"
    )


def message(number: int, text: str, *, forwarded: str = "", time: str = "2024-05-06T03:00:00+00:00") -> str:
    """Give one message of a Telegram channel's preview page."""
    source = f'<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="#">{forwarded}</a></div>'
    said = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return (
        f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap" data-post="contohkanal/{number}">'
        f'<a class="tgme_widget_message_owner_name" href="#"><span>Kanal Contoh</span></a>{source if forwarded else ""}{said}'
        f'<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>'
        f'<a class="tgme_widget_message_date" href="https://t.me/contohkanal/{number}"><time datetime="{time}">10:00</time></a></div></div></div>'
    )


def channel(messages: Iterable[str]) -> str:
    """Give a Telegram channel's preview page."""
    return (
        "<!DOCTYPE html><html><head><title>Kanal Contoh – Telegram</title></head><body><main>"
        '<div class="tgme_channel_info_header_title"><span>Kanal Contoh</span></div><section class="tgme_channel_history">'
        + "".join(messages)
        + "</section></main></body></html>"
    )
