"""Fetching from the command line and from Python: words, exit codes, and dossiers that do not depend on when."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

import newsstand
from newsstand import QUICK, Stand, page, settings
from rujuk import build
from rujuk.cli.main import main
from rujuk.engine import fetching
from rujuk.engine.fetching import Web
from rujuk.errors import ConfigError
from rujuk.fetch.addresses import Access

Says = pytest.CaptureFixture[str]


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands reach the stand; no option of theirs does."""
    monkeypatch.setattr(fetching, "settings_of", lambda web: settings(again=web.again, limits=QUICK))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network."""

    async def lookup(host: str, port: int) -> list[str]:
        raise OSError("no resolver")

    monkeypatch.setattr(fetching, "settings_of", lambda web: settings(lookup=lookup, routed=lambda: False))


@pytest.mark.usefixtures("near")
def test_fetch_then_build(stand: Stand, tmp_path: Path, capsys: Says) -> None:
    stand.put("/a", page())
    stand.put("/b", page("Jalan Rekaan Putus"))
    links = tmp_path / "daftar.txt"
    links.write_text(f"# pilihan\n{stand.url('/b')}\n{stand.url('/missing')}\n")
    folder, out = tmp_path / "pages", tmp_path / "out"
    assert main(["fetch", stand.url("/a"), str(links), "-o", str(folder)]) == 1
    said = capsys.readouterr().err
    assert "addresses  2 fetched, 1 failed" in said
    assert f"failed   {stand.url('/missing')}: http-404: the server answers 404" in said
    assert f"rujuk build {folder}" in said
    assert main(["build", str(folder), "-o", str(out), "-q"]) == 1
    dossier = json.loads((out / "dossier.json").read_text())
    assert sorted(m["url"] for m in dossier["reports"]) == [stand.url("/a"), stand.url("/b")]
    assert [(f["source"], f["stage"], f["code"]) for f in dossier["failures"] if f["state"] == "failed"] == [
        (stand.url("/missing"), "fetch", "http-404")
    ]
    assert main(["fetch", stand.url("/a"), "-o", str(folder)]) == 0
    assert "0 fetched, 1 there already, 0 failed" in capsys.readouterr().err


@pytest.mark.usefixtures("near")
def test_build_from_addresses_is_the_same_whenever_it_is_built(stand: Stand, tmp_path: Path, capsys: Says) -> None:
    stand.put("/a", page())
    stand.put("/feed", f"<rss><channel><item><link>{stand.url('/b')}</link></item></channel></rss>", kind="text/xml")
    stand.put("/b", page("Jalan Rekaan Putus"))
    inputs = [stand.url("/feed"), stand.url("/a"), stand.url("/missing"), "ftp://warta.example/a"]
    out = tmp_path / "out"
    assert main(["build", *inputs, "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert f"failed   {stand.url('/missing')}: http-404" in said
    first = (out / "dossier.json").read_bytes()
    assert (out / "fetched" / "pages-0001.warc.gz").exists()
    dossier = json.loads(first)
    assert {m["source"] for m in dossier["reports"]} == {stand.url("/a"), stand.url("/b")}
    assert {(f["source"], f["code"]) for f in dossier["failures"]} >= {(stand.url("/missing"), "http-404")}
    before = stand.asked["/a"]
    assert main(["build", *reversed(inputs), "-o", str(out), "-q"]) == 1
    assert stand.asked["/a"] == before == 1
    assert (out / "dossier.json").read_bytes() == first


@pytest.mark.usefixtures("near")
def test_the_digest_ties_a_report_to_the_archive(stand: Stand, tmp_path: Path, capsys: Says) -> None:
    stand.answers["/a"] = newsstand.gzipped
    assert main(["read", stand.url("/a"), "--fetched", str(tmp_path)]) == 0
    report = json.loads(capsys.readouterr().out)
    row = json.loads((tmp_path / "fetch.jsonl").read_text())
    assert report["digest"] == row["sha256"]
    assert report["url"] == report["source"] == stand.url("/a")


@pytest.mark.usefixtures("near")
def test_an_article_in_several_pages_comes_whole(stand: Stand, tmp_path: Path, capsys: Says) -> None:
    path = "/2031/kali-meluap-di-kampung-rekaan"
    for number, text in enumerate(["Warga mengungsi.", "Air surut pada Selasa pagi.", "Tanggul diperbaiki."], 1):
        links = "".join(f'<a href="?page={n}">{n}</a> ' for n in (1, 2, 3) if n != number).encode()
        body = page().replace(b"</article>", b"</article>" + links).replace(b"Kali meluap", text.encode() + b" Kali meluap")
        stand.put(f"{path}?page={number}", body)
        if number == 1:
            stand.put(path, body)
    url = stand.url(path)
    assert main(["read", url, "--fetched", str(tmp_path)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(found) == 1
    assert all(text in found[0]["text"] for text in ("Warga mengungsi", "Air surut", "Tanggul diperbaiki"))
    rows = [json.loads(line) for line in (tmp_path / "fetch.jsonl").read_text().splitlines()]
    assert {r["found_in"] for r in rows if r["url"] != url} == {url}
    asked = dict(stand.asked)
    assert main(["read", url, "--fetched", str(tmp_path)]) == 0
    assert stand.asked == asked


def test_what_lists_name_beyond_the_limit_is_told(stand: Stand, tmp_path: Path) -> None:
    local = f"http://127.0.0.1:{stand.port}"
    stand.put("/map", f"<urlset>{''.join(f'<url><loc>{local}/{n}</loc></url>' for n in range(9))}</urlset>", kind="text/xml")
    web = Web(folder=tmp_path, allow_private=True, limits=replace(QUICK, most=4))
    found = build([f"{local}/map"], web=web).failures
    assert [(f.code, f.state) for f in found] == [("too-many-addresses", "skipped"), *[("http-404", "failed")] * 3]
    assert "6 addresses more than the 4" in found[0].detail


@pytest.mark.usefixtures("near")
def test_reading_leaves_nothing_behind(stand: Stand, capsys: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    stand.put("/a", page())
    assert main(["read", stand.url("/a")]) == 0
    assert "Kampung Rekaan" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("near")
def test_the_words_of_the_server_in_another_encoding(stand: Stand, capsys: Says) -> None:
    body = page().decode().replace("kepala desa", "kepala desa di S\u00e3o Rekaan").encode("latin-1")
    stand.put("/a", body, kind="text/html; charset=ISO-8859-1")
    assert main(["read", stand.url("/a")]) == 0
    assert "S\u00e3o Rekaan" in json.loads(capsys.readouterr().out)["text"]


def test_private_addresses_are_refused_by_every_command(stand: Stand, tmp_path: Path, capsys: Says) -> None:
    stand.put("/a", page())
    local = f"http://127.0.0.1:{stand.port}/a"
    assert main(["fetch", local, "http://127.0.0.1/", "http://[::1]/", "-o", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "2 private-address" in said
    assert "1 port-refused" in said
    assert main(["build", "http://127.0.0.1/", "-o", str(tmp_path / "out"), "-q"]) == 1
    assert not stand.asked


def test_only_python_lets_tests_in(stand: Stand, tmp_path: Path) -> None:
    stand.put("/a", page())
    local = f"http://127.0.0.1:{stand.port}/a"
    web = Web(folder=tmp_path, allow_private=True, contact="redaksi@warta.example", limits=QUICK)
    assert len(build([local], web=web).reports) == 1
    assert any("redaksi@warta.example" in head["User-Agent"] for _, head in stand.heads)
    assert not build([local.replace("/a", "/b")], web=replace(web, allow_private=False)).reports


@pytest.mark.usefixtures("near")
def test_build_inside_a_running_loop(stand: Stand, tmp_path: Path) -> None:
    stand.put("/a", page())

    async def cell() -> int:
        return len(build([stand.url("/a")], web=Web(folder=tmp_path)).reports)

    assert asyncio.run(cell()) == 1
    with pytest.raises(ConfigError):
        asyncio.run(_in_loop(tmp_path / "fetch.jsonl" / "x", stand.url("/a")))


async def _in_loop(folder: Path, url: str) -> None:
    build([url], web=Web(folder=folder))


@pytest.mark.usefixtures("alone")
def test_no_network(tmp_path: Path, capsys: Says) -> None:
    urls = [f"https://h{n}.example/" for n in range(9)]
    assert main(["fetch", *urls, "-o", str(tmp_path / "a")]) == 4
    said = capsys.readouterr().err
    assert "rujuk: the network is down" in said
    assert "9 not tried" in said
    assert (tmp_path / "a" / "fetch.jsonl").read_text() == ""
    assert main(["build", *urls, "-o", str(tmp_path / "b")]) == 4
    assert "the network is down" in capsys.readouterr().err
    assert (tmp_path / "b" / "dossier.html").exists()


def test_what_is_no_list(tmp_path: Path, capsys: Says) -> None:
    (tmp_path / "a.txt").write_text("Kali meluap.\n")
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "absent.txt")]
    assert main(["fetch", *inputs, "-o", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "1 no-links, 1 not-found" in said


@pytest.mark.parametrize(
    "wrong",
    [["--contact", "a\r\nX: y"], ["--contact", "x" * 300], ["--delay", "0"], ["--delay", "x"], ["--most", "0"], ["--most", "-1"]],
)
def test_wrong_usage(tmp_path: Path, wrong: list[str]) -> None:
    try:
        code = main(["fetch", "https://warta.example/", "-o", str(tmp_path), *wrong])
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else 1
    assert code == 2


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: Says) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["fetch", "https://warta.example/", "-o", str(tmp_path / "file")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_by_default_nothing_private_may_be_reached() -> None:
    assert fetching.settings_of(Web()).access == Access()
    assert not Access().allow_private


SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from dataclasses import replace
from newsstand import QUICK, settings
from rujuk.engine import fetching
fetching.settings_of = lambda web: settings(limits=replace(QUICK, read=30, total=30))
from rujuk.cli.main import run
sys.argv = ["rujuk", *{argv!r}]
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_ctrl_c(stand: Stand, tmp_path: Path) -> None:
    stand.put("/a", page())
    stand.answers["/slow"] = newsstand.slow
    argv = ["fetch", stand.url("/a"), stand.url("/slow", "lambat.example"), "-o", str(tmp_path)]
    script = SCRIPT.format(tests=str(Path(__file__).parents[2]), argv=argv)
    child = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 15
    while not (stand.asked["/slow"] and stand.asked["/a"]) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=15)
    assert child.returncode == 130, said
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    assert [json.loads(line)["outcome"] for line in (tmp_path / "fetch.jsonl").read_text().splitlines()] == ["fetched"]
