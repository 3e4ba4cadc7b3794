"""A page is fetched with one request and good manners, and whatever goes wrong is one line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.writing.foreign import GraphSource
from parley.loaders.datasets.reading import DatasetSource
from parley.loaders.documents import Document
from parley.loaders.files import Named
from parley.loaders.sources import read_source
from parley.loaders.web import Manners

SENTENCES = "Ruritania has offered Syldavia a truce of 48 hours, Ada Novak said on Monday in Harbourtown."
PAGE = (
    "<html><head><title>Truce</title><link rel='stylesheet' href='/style.css'></head><body><article>"
    f"<p>{SENTENCES}</p><img src='/picture.png'><p>Syldavia agreed to consider it, she said in Zürich.</p>"
    "</article></body></html>"
)
AGENT = "parley-kg/test"


@dataclass
class Site:
    """What a server on loopback answers, and what it was asked."""

    address: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    silent: threading.Event = field(default_factory=threading.Event)

    def gives(self, path: str, body: str | bytes = PAGE, *, status: int = 200, **headers: str) -> str:
        """Set an answer; return its address."""
        named = {"content-type": "text/html; charset=utf-8"} | {k.replace("_", "-"): v for k, v in headers.items()}
        self.answers[path] = status, named, body.encode() if isinstance(body, str) else body
        return f"{self.address}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "*")
    told = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append((self.path, self.headers["User-Agent"]))
            if self.path == "/silent":
                told.silent.wait(30)
                return
            if self.path == "/drops":
                self._drip()
                return
            status, headers, body = told.answers.get(self.path, (404, {}, b"not here"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                return  # whoever asked has heard enough

        def _drip(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                while not told.silent.wait(0.02):
                    self.wfile.write(b"x")
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    told.silent.set()
    server.shutdown()
    server.server_close()
    thread.join()


def read(address: str, *, seconds: float = 10.0, max_bytes: int = 100_000) -> Document:
    found = read_source(Named(address), Manners(AGENT, seconds, max_bytes))
    assert isinstance(found, Document)
    return found


def refusal(address: str, *, seconds: float = 10.0, max_bytes: int = 100_000) -> str:
    with pytest.raises(UnreadableSource) as raised:
        read(address, seconds=seconds, max_bytes=max_bytes)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(address)
    return str(raised.value)


def test_a_page_is_read_with_one_request_besides_robots_txt(site: Site) -> None:
    address = site.gives("/news/truce-offered.html")
    found = read(address)
    assert site.asked == [("/robots.txt", AGENT), ("/news/truce-offered.html", AGENT)]
    assert SENTENCES in found.text
    assert found.id.startswith("truce-offered-")
    assert (found.url, found.origin) == (address, address)
    assert read(address).id == found.id
    assert read(site.gives("/other/truce-offered.html")).id != found.id


def test_robots_txt_is_kept_to(site: Site) -> None:
    site.gives("/robots.txt", "User-agent: *\nDisallow: /private/\n", content_type="text/plain")
    assert SENTENCES in read(site.gives("/open")).text
    assert "robots.txt" in refusal(site.gives("/private/page"))
    assert "/private/page" not in site.paths


def test_robots_txt_may_speak_to_us_alone(site: Site) -> None:
    site.gives("/robots.txt", "\ufeffUser-agent: parley-kg\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert "robots.txt" in refusal(site.gives("/open"))


def test_a_site_that_fails_to_give_its_robots_txt_is_left_alone(site: Site) -> None:
    site.gives("/robots.txt", "", status=503)
    assert "503" in refusal(site.gives("/open"))
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_an_answer_that_is_no_page_is_told(site: Site, status: int) -> None:
    assert f"the server answers {status}" in refusal(site.gives("/page", status=status))


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    last = site.gives("/b?x=1")
    found = read(site.gives("/a", "", status=301, location="/b?x=1"))
    assert found.url == last
    assert site.paths == ["/robots.txt", "/a", "/b?x=1"]


def test_a_redirect_does_not_lead_around_robots_txt(site: Site) -> None:
    site.gives("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.gives("/private")
    assert "robots.txt" in refusal(site.gives("/a", "", status=302, location="/private"))


def test_redirects_end(site: Site) -> None:
    assert "more than 5 times" in refusal(site.gives("/loop", "", status=302, location="/loop"))
    assert site.paths.count("/loop") == 6


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://e.example/x", "http://", "http://[", "http://e.example:bad/"]
)
def test_a_redirect_to_something_else_is_refused(site: Site, where: str) -> None:
    assert refusal(site.gives("/a", "", status=302, location=where))


def test_what_is_too_large_is_given_up(site: Site) -> None:
    assert "more than 1,000 bytes: allow more with --max-bytes" in refusal(
        site.gives("/large", PAGE + "x" * 1000), max_bytes=1000
    )


def test_a_robots_txt_without_end_is_read_as_far_as_there_is_room(site: Site) -> None:
    site.gives("/robots.txt", "User-agent: *\nDisallow: /private\n" + "# \n" * 300_000)
    assert SENTENCES in read(site.gives("/page")).text


@pytest.mark.parametrize("kind", ["image/png", "application/json", "application/zip", "video/mp4"])
def test_what_is_no_text_is_refused(site: Site, kind: str) -> None:
    assert f"it is {kind}" in refusal(site.gives("/page", content_type=kind))


def test_a_server_that_never_answers_is_given_up(site: Site) -> None:
    assert "within 0.2 seconds" in refusal(f"{site.address}/silent", seconds=0.2)


def test_where_nobody_listens_there_is_no_answer(site: Site) -> None:
    port = site.address.rpartition(":")[2]
    assert "no answer" in refusal(f"https://127.0.0.1:{port}/page")  # it does not speak TLS
    assert refusal("http://[::bad/")
    assert refusal("http://")


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("windows-1252", "text/html; charset=windows-1252"),
        ("iso-8859-1", "text/html; charset=ISO-8859-1"),
        ("iso-8859-1", "text/html"),
        ("utf-8", "text/html; charset=iso-8859-1"),
        ("utf-16", "text/html"),
        ("windows-1252", "text/plain; charset=windows-1252"),
        ("windows-1252", "text/html; charset=nonsense"),
    ],
)
def test_the_charset_of_the_server_is_heeded_where_it_fits(site: Site, encoding: str, kind: str) -> None:
    assert "Zürich" in read(site.gives("/page", PAGE.encode(encoding), content_type=kind)).text


def test_other_kinds_of_text_are_read_as_what_they_are(site: Site) -> None:
    assert read(site.gives("/page.txt", f"# {SENTENCES}", content_type="text/plain")).text == f"# {SENTENCES}"
    assert read(site.gives("/page.md", f"# {SENTENCES}", content_type="text/markdown")).text == f"{SENTENCES}\n"
    found = read_source(
        Named(site.gives("/data", "<> <http://e.org/b> 1 .", content_type="text/turtle; charset=utf-8")), Manners(AGENT)
    )
    assert isinstance(found, GraphSource)
    assert (found.format, found.url) == ("ttl", f"{site.address}/data")


def test_an_answer_in_drops_is_given_up(site: Site) -> None:
    assert "did not arrive within 0.3 seconds" in refusal(f"{site.address}/drops", seconds=0.3)


def test_data_of_a_known_format_are_read_from_the_web_and_others_are_refused(site: Site) -> None:
    entity = '{"entities": {"Q1": {"id": "Q1", "labels": {"en": {"value": "Ada Brook"}}, "claims": {}}}}'
    address = site.gives("/Q1.json", entity, content_type="application/json; charset=utf-8")
    found = read_source(Named(address), Manners(AGENT))
    assert isinstance(found, DatasetSource)
    assert (found.format.name, found.url) == ("wikidata", address)
    with pytest.raises(UnreadableSource, match="it is JSON, with a, and of no known format"):
        read_source(Named(site.gives("/a.json", '{"a": 1}', content_type="application/json")), Manners(AGENT))
    turtle = site.gives("/a", "<a:a> <a:b> <a:c> .", content_type="text/plain")
    assert isinstance(read_source(Named(turtle), Manners(AGENT), "ttl"), GraphSource)
