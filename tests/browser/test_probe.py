import socket

import pytest

from bots.browser.probe import answers


@pytest.mark.parametrize(("path", "up"), [("/", True), ("/refused", True), ("/nowhere", True), ("/broken", False)])
async def test_only_a_server_error_counts_as_down(portal: str, path: str, *, up: bool) -> None:
    assert await answers(portal + path) is up


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://name.invalid/", "ftp://127.0.0.1/", "no address"])
async def test_what_can_not_be_reached_is_down(url: str) -> None:
    assert await answers(url) is False


async def test_a_proxy_is_not_asked_for_this_very_machine(portal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert await answers(portal)


async def test_a_host_that_accepts_and_says_nothing_is_down_within_the_limit() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert await answers(f"http://127.0.0.1:{silent.getsockname()[1]}/", seconds=0.3) is False
