"""Secure connections: the certificate is checked against the name, though the connection goes to the checked address."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsstand import Stand, page, settings
from rujuk.fetch.run import Fetched, Run

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of warta.example, signed by itself, with its key."""
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(key), "-out", str(cert)]
    named = ["-subj", "/CN=warta.example", "-addext", "subjectAltName=DNS:warta.example"]
    subprocess.run(["openssl", "req", "-x509", "-days", "2", *made, *named], check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_text(key.read_text() + cert.read_text())
    return both


@pytest.fixture
def secure(certificate: Path) -> Iterator[Stand]:
    """A stand behind TLS."""
    stand = Stand()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    stand.server.socket = context.wrap_socket(stand.server.socket, server_side=True, do_handshake_on_connect=False)
    stand.put("/a", page())
    yield stand
    stand.stop()


Outcome = Callable[[str, bool], str]


@pytest.fixture
def outcome(certificate: Path, secure: Stand, tmp_path: Path) -> Outcome:
    """Fetch from a host; give the outcome."""

    def fetched(host: str, trusted: bool) -> str:
        url = secure.url("/a", host).replace("http:", "https:")
        done = Fetched()

        async def go() -> None:
            run = Run(tmp_path / "out", settings(), done, lambda row: None, links=lambda d, u: (), parts=lambda d, u, o: ())
            if trusted:
                run.client.tls.load_verify_locations(certificate)
            await run.all([url])

        asyncio.run(go())
        return done.rows[url].outcome

    return fetched


def test_a_certificate_nobody_vouches_for(outcome: Outcome) -> None:
    assert outcome("warta.example", False) == "tls-failed"


def test_a_good_certificate(outcome: Outcome) -> None:
    assert outcome("warta.example", True) == "fetched"


def test_a_certificate_of_another_name(outcome: Outcome) -> None:
    assert outcome("lain.example", True) == "tls-failed"
