"""Only this machine's browser, on our own pages, is answered."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from onrecord.web.guards import OWN_PAGE, Guards, new_token, own_hosts, same_token


def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


@pytest.fixture
def client() -> TestClient:
    paths = ("/", "/static/onrecord.css", "/add", "/people/1/merge")
    app = Starlette(routes=[Route(path, hello, methods=["GET", "POST"]) for path in paths])
    return TestClient(Guards(app, hosts=own_hosts(8123)), base_url="http://127.0.0.1:8123")


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123", "[::1]:8123", "LOCALHOST:8123"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8123", "127.0.0.1:9999", "127.0.0.1", ""])
def test_any_other_name_is_refused_so_that_rebinding_fails(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_only_the_package_s_own_files_may_be_loaded_by_a_saved_page_in_its_sandbox(
    client: TestClient,
) -> None:
    assert client.get("/static/onrecord.css").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.get("/").headers


def test_every_answer_forbids_inline_script_and_what_is_elsewhere(client: TestClient) -> None:
    headers = client.get("/").headers
    assert headers["content-security-policy"] == OWN_PAGE
    assert "unsafe" not in OWN_PAGE
    assert "http" not in OWN_PAGE
    assert headers["x-content-type-options"] == "nosniff"
    assert client.get("/", headers={"host": "evil.example"}).headers["content-security-policy"] == OWN_PAGE


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_link_here_but_not_load_from_here(client: TestClient, site: str) -> None:
    link = {"sec-fetch-site": site, "sec-fetch-mode": "navigate"}
    probe = {"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
    assert client.get("/", headers=link).status_code == 200
    assert client.get("/", headers=probe).status_code == 403
    assert client.get("/static/onrecord.css", headers=probe).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8123"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_may_change_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/add", content="x", headers=headers).status_code == 403


def test_our_own_page_may_send_forms(client: TestClient) -> None:
    own = {"origin": "http://127.0.0.1:8123", "sec-fetch-site": "same-origin"}
    assert client.post("/add", content="x", headers=own).status_code == 200


def test_a_form_without_files_may_not_be_large(client: TestClient) -> None:
    assert client.post("/people/1/merge", content="x" * 70_000).status_code == 413
    assert client.post("/add", content="x" * 70_000).status_code == 200


def test_a_length_that_is_not_told_is_refused(client: TestClient) -> None:
    assert client.post("/add", content=iter([b"x"])).status_code == 411


def test_tokens_are_new_each_time_and_compared_whole() -> None:
    token = new_token()
    assert token != new_token()
    assert same_token(token, token)
    assert not same_token(token[:-1], token)
    assert not same_token(None, token)
