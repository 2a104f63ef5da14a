"""The chat page, its headers, and the pages for links that do not open."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from bot.bootstrap import House
from bot.gateway import pages
from bot.gateway.app import create_app
from bot.gateway.patient_guard import COOKIE
from bot.store.tables import Invitation
from tests.clinic_people import ClinicPeople

GATEWAY = Path(pages.__file__).parent
ASSETS = sorted(path for path in (GATEWAY / "static").rglob("*") if path.suffix in {".js", ".css", ".svg"})
TEMPLATES = sorted((GATEWAY / "templates").rglob("*.html"))
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")  # names, never fetched
ADDRESS = re.compile(r"""(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"')]*""", re.IGNORECASE)


class Reader(HTMLParser):
    """Finds what a strict policy forbids: code and style that stand in the page, and addresses elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []
        self.fetched: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.forbidden += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        self.forbidden += ["style element"] if tag == "style" else []
        self.fetched += [given[name] for name in ("src", "href", "action") if given.get(name)]
        runs = tag == "script" and given.get("type") != "application/json"
        self._inside = "script" if runs else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.forbidden.append("inline script")


@pytest.fixture
def client(house: House) -> TestClient:
    return TestClient(create_app(house), follow_redirects=False)


def let_in(house: House, client: TestClient, name: str = "Demo Rosa Price") -> None:
    """Give the client the cookie of somebody who opened their invitation."""
    people = ClinicPeople(house)
    people.appointment(name)
    with house.units.reading() as unit:
        code = unit.session.query(Invitation.code).scalar()
    client.cookies.set(COOKIE, house.web_session.begin(house.open_invitation(house.links.token(code))))


def words_of(text: str) -> dict[str, str]:
    return json.loads(re.search(r'<script type="application/json" id="words">(.*?)</script>', text, re.S).group(1))


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_somebody_with_the_cookie_gets_the_page_in_the_clinics_name(house: House, client: TestClient) -> None:
    let_in(house, client)
    answer = client.get("/chat")
    assert answer.status_code == 200
    assert "Demo Clinic demo" in answer.text
    assert "In an emergency call 999. Nobody is watching this live." in answer.text


def test_nobody_else_gets_it_and_is_told_to_open_the_link(client: TestClient) -> None:
    answer = client.get("/chat")
    assert answer.status_code == 401
    assert "Please open your link again" in answer.text
    assert "id=\"composer\"" not in answer.text


def test_a_made_up_cookie_opens_nothing(client: TestClient) -> None:
    client.cookies.set(COOKIE, "made-up")
    assert client.get("/chat").status_code == 401


def test_the_page_ends_with_the_invitation(house: House, client: TestClient) -> None:
    let_in(house, client)
    house.clock.forward(timedelta(days=400))
    assert client.get("/chat").status_code == 401


def test_a_clinics_name_is_text_whatever_stands_in_it(house: House, client: TestClient) -> None:
    people = ClinicPeople(house, slug="<script>alert(1)</script>")
    people.appointment()
    with house.units.reading() as unit:
        code = unit.session.query(Invitation.code).scalar()
    client.cookies.set(COOKIE, house.web_session.begin(house.open_invitation(house.links.token(code))))
    text = client.get("/chat").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_every_sentence_the_scripts_say_is_on_the_page(house: House, client: TestClient) -> None:
    let_in(house, client)
    words = words_of(client.get("/chat").text)
    scripts = "\n".join(path.read_text() for path in (GATEWAY / "static" / "chat").glob("*.js"))
    said = set(re.findall(r"(?<![.\w])say\('([a-z_]+)'", scripts))
    assert len(said) > 15
    assert said <= set(words), said - set(words)


def test_without_javascript_the_page_says_so_and_whom_to_call(house: House, client: TestClient) -> None:
    let_in(house, client)
    noscript = re.search(r"<noscript>(.*?)</noscript>", client.get("/chat").text, re.S).group(1)
    assert "needs JavaScript" in noscript
    assert "01632 960 001" in noscript


def test_the_pages_hold_no_code_no_style_and_no_address_elsewhere(house: House, client: TestClient) -> None:
    refused = client.get("/chat").text
    let_in(house, client)
    for text in (refused, client.get("/chat").text, client.get("/i/nonsense").text):
        reader = read(text)
        assert reader.forbidden == []
        assert [address for address in reader.fetched if not address.startswith(("/", "#"))] == []
        assert reader.fetched


def test_everything_a_page_fetches_is_there(house: House, client: TestClient) -> None:
    let_in(house, client)
    for address in read(client.get("/chat").text).fetched:
        if address.startswith("/"):
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_code_or_style(path: Path) -> None:
    assert read(re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text(), flags=re.S)).forbidden == []


@pytest.mark.parametrize("path", [*ASSETS, *TEMPLATES], ids=lambda path: path.name)
def test_nothing_names_another_host_or_another_organisations_look(path: Path) -> None:
    text = path.read_text()
    for name in NAMESPACES:
        text = text.replace(name, "")
    assert ADDRESS.findall(text) == []
    assert "frutiger" not in text.lower()
    assert "@font-face" not in text


@pytest.mark.parametrize("path", ["/chat", "/i/nonsense", "/no-such-page", "/health", "/api/chat/history"])
def test_every_answer_has_the_strict_headers_and_is_kept_by_no_cache(client: TestClient, path: str) -> None:
    headers = client.get(path, headers={"Accept": "text/html"}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"


def test_static_files_are_kept_a_year_with_their_version_and_checked_without(client: TestClient) -> None:
    versioned = pages.static_url("css/paratoi.css")
    assert "immutable" in client.get(versioned).headers["cache-control"]
    assert client.get("/static/css/paratoi.css").headers["cache-control"] == "no-cache"


def test_the_file_of_another_folder_cannot_be_fetched(client: TestClient) -> None:
    assert client.get("/static/../pages.py").status_code == 404
    assert client.get("/static/%2e%2e/pages.py").status_code == 404


def test_over_https_the_browser_is_told_to_stay_there(house: House) -> None:
    house.settings.public_url = "https://clinic.example"
    client = TestClient(create_app(house))
    assert "max-age=" in client.get("/health").headers["strict-transport-security"]


@pytest.mark.parametrize("key", ["unknown", "expired", "revoked", "needed", "missing", "broken"])
def test_each_problem_page_says_what_to_do_and_whom_to_call(house: House, key: str) -> None:
    app = create_app(house)

    class Clinic:
        name, phone = "Demo Clinic", "01632 960 001"

    @app.get("/problem")
    def show(request: Request):
        return pages.problem(request, key, 410, Clinic)

    answer = TestClient(app).get("/problem")
    assert answer.status_code == 410
    assert "please call Demo Clinic on 01632 960 001" in answer.text
    assert house.wording.say(f"utter_link_{key}_title") in answer.text


def test_a_fault_of_ours_shows_words_and_never_a_trace(house: House) -> None:
    app = create_app(house)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("a secret detail")

    answer = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.text
    assert "secret detail" not in answer.text and "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
