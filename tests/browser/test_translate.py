import asyncio
import socket
from collections.abc import Iterator
from importlib import import_module

import pytest
from playwright.async_api import Error, Page
from playwright.async_api import TimeoutError as PlaywrightTimeout

from bots.browser.lane import Lane
from bots.browser.translate import (
    BY_CLASS,
    AddressUnusable,
    BrowserGone,
    BrowserTrouble,
    CertificateNotTrusted,
    kind_of,
    translate,
    translating,
)
from bots.errors import BotError, CaptchaShown, OutcomeUnknown, PortalDown, PortalTimeout, RefusedByPortal

DOWN = """
    CONNECTION_REFUSED CONNECTION_RESET CONNECTION_CLOSED CONNECTION_ABORTED CONNECTION_FAILED
    CONNECTION_TIMED_OUT NAME_NOT_RESOLVED NAME_RESOLUTION_FAILED DNS_TIMED_OUT DNS_SERVER_FAILED
    DNS_MALFORMED_RESPONSE INTERNET_DISCONNECTED NETWORK_CHANGED NETWORK_ACCESS_DENIED NETWORK_IO_SUSPENDED
    ADDRESS_UNREACHABLE TIMED_OUT EMPTY_RESPONSE SOCKET_NOT_CONNECTED PROXY_CONNECTION_FAILED
    TUNNEL_CONNECTION_FAILED SOCKS_CONNECTION_FAILED HTTP2_PROTOCOL_ERROR HTTP2_PING_FAILED
    HTTP_RESPONSE_CODE_FAILURE HTTP_1_1_REQUIRED QUIC_PROTOCOL_ERROR SSL_PROTOCOL_ERROR INVALID_RESPONSE
    INVALID_HTTP_RESPONSE INVALID_CHUNKED_ENCODING CONTENT_LENGTH_MISMATCH CONTENT_DECODING_FAILED
    INCOMPLETE_CHUNKED_ENCODING RESPONSE_HEADERS_TOO_BIG TOO_MANY_REDIRECTS ABORTED FAILED
    INSUFFICIENT_RESOURCES NO_BUFFER_SPACE CACHE_MISS INVALID_REDIRECT UNEXPECTED ACCESS_DENIED
    TEMPORARILY_THROTTLED
""".split()  # noqa: SIM905 - a list of 45 literals is not easier to read
OTHERS = {
    "CERT_AUTHORITY_INVALID": CertificateNotTrusted,
    "CERT_COMMON_NAME_INVALID": CertificateNotTrusted,
    "CERT_DATE_INVALID": CertificateNotTrusted,
    "CERT_WEAK_KEY": CertificateNotTrusted,
    "SSL_VERSION_OR_CIPHER_MISMATCH": CertificateNotTrusted,
    "SSL_CLIENT_AUTH_CERT_NEEDED": CaptchaShown,
    "INVALID_URL": AddressUnusable,
    "UNKNOWN_URL_SCHEME": AddressUnusable,
    "UNSAFE_PORT": AddressUnusable,
    "ADDRESS_INVALID": AddressUnusable,
    "BLOCKED_BY_CLIENT": AddressUnusable,
    "FILE_NOT_FOUND": AddressUnusable,
}


@pytest.mark.parametrize(("name", "ours"), [*((name, PortalDown) for name in DOWN), *OTHERS.items()])
def test_every_net_error_has_its_own_error(name: str, ours: type[BotError]) -> None:
    exc = Error(f"Page.goto: net::ERR_{name} at http://portal.test/sdgp/;jsessionid=ABC?token=1\nCall log: …")
    error = translate(exc, during="打开首页")
    assert type(error) is ours
    assert error.params["address"] == "http://portal.test/sdgp/"


def classes(of: type[BaseException]) -> Iterator[type[BaseException]]:
    yield of
    for below in of.__subclasses__():
        yield from classes(below)


def test_every_error_class_of_playwright_is_in_the_table() -> None:
    import_module("playwright._impl.errors")
    found = {cls.__name__ for cls in classes(Error)}
    assert found >= {"Error", "TimeoutError", "TargetClosedError"}
    assert found <= set(BY_CLASS)


@pytest.mark.parametrize(
    ("message", "ours"),
    [
        ("Locator.click: Target crashed", BrowserGone),
        ("Page.goto: Page crashed", BrowserGone),
        ("Browser.new_context: Target page, context or browser has been closed", BrowserGone),
        ("Page.evaluate: Execution context was destroyed, most likely because of a navigation", PortalTimeout),
        ("Locator.fill: Frame was detached", PortalTimeout),
        ('Page.goto: Navigation to "a" is interrupted by another navigation to "b"', PortalTimeout),
        ("APIRequestContext.get: connect ECONNREFUSED 127.0.0.1:9", PortalDown),
        ("APIRequestContext.get: self-signed certificate", CertificateNotTrusted),
        ("Locator.click: strict mode violation: 2 elements", BrowserTrouble),
        ("something that nobody has seen", BrowserTrouble),
    ],
)
def test_phrases_are_sorted_and_the_unforeseen_waits_for_a_person(message: str, ours: type[BotError]) -> None:
    assert type(translate(Error(message), during="点击")) is ours


def test_time_limits_say_what_was_waited_for_and_how_long() -> None:
    error = translate(PlaywrightTimeout("Locator.click: Timeout 20000ms exceeded."), during="等待保存结果")
    assert isinstance(error, PortalTimeout)
    assert error.params == {"waiting_for": "等待保存结果", "seconds": 20.0}
    assert translate(TimeoutError(), during="x", seconds=3).params["seconds"] == 3


@pytest.mark.parametrize(
    "exc",
    [
        Error("net::ERR_CONNECTION_RESET at http://a/"),
        Error("net::ERR_CERT_DATE_INVALID at http://a/"),
        PlaywrightTimeout("Timeout 5ms exceeded"),
        TimeoutError(),
        Error("Target crashed"),
        Error("never seen"),
        Exception("Connection closed while reading from the driver"),
        PortalDown(address="http://a/", reason="503"),
        PortalTimeout(waiting_for="x", seconds=1),
    ],
)
async def test_after_a_write_every_lost_answer_is_an_unknown_outcome(exc: Exception) -> None:
    with pytest.raises(OutcomeUnknown) as caught:
        async with translating("保存", wrote=True):
            raise exc
    assert caught.value.params["during"] == "保存"
    assert caught.value.__cause__ is exc


async def test_a_refusal_stays_a_refusal_and_a_programming_error_stays_one() -> None:
    for exc in (RefusedByPortal(during="保存", text="计划名称不能为空"), KeyError("x"), asyncio.CancelledError()):
        with pytest.raises(type(exc)):
            async with translating("保存", wrote=True):
                raise exc


def test_what_is_not_playwrights_is_not_sorted() -> None:
    assert kind_of(ValueError("x")) is None


async def goto(page: Page, url: str) -> None:
    async with translating("打开首页"):
        await page.goto(url)


async def test_a_real_browser_meets_a_closed_port_an_unknown_name_and_a_slow_page(lane: Lane, portal: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    for nobody, ours in (
        (address, PortalDown),
        ("http://portal.invalid/", PortalDown),
        ("http://127.0.0.1:1/", AddressUnusable),
    ):
        page = await lane.context.new_page()  # the error page of one failure may interrupt the next navigation
        with pytest.raises(ours) as caught:
            await goto(page, nobody)
        assert caught.value.params["address"] == nobody
    await goto(lane.page, portal)
    with pytest.raises(PortalTimeout) as late:
        async with translating("等待按钮"):
            await lane.page.get_by_role("button", name="没有").click(timeout=50)
    assert late.value.params["seconds"] == 0.05


async def test_a_closed_page_is_a_browser_that_went_away(lane: Lane, portal: str) -> None:
    await lane.page.close()
    with pytest.raises(BrowserGone):
        await goto(lane.page, portal)
