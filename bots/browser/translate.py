"""The one place where Playwright's errors become ours.

A table by class, a table of Chromium's net errors and a table of phrases; what none of them knows is BrowserTrouble,
for a person. After a write was sent, every lost answer is OutcomeUnknown, whatever broke.
"""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Literal

from playwright.async_api import Error as PlaywrightError

from bots.errors import BotError, CaptchaShown, NeedsHuman, OutcomeUnknown, PortalDown, PortalTimeout

DRIVER_GONE = "Connection closed while reading from the driver"  # Playwright raises this one as a plain Exception


class BrowserGone(PortalDown):
    """The browser closed or crashed `during` something (`reason`); it is started again, and the work retried."""


class CertificateNotTrusted(NeedsHuman):
    """The browser does not trust the certificate of `address` (`reason`); the site profile may say ignore_tls."""

    closes_lane = True


class AddressUnusable(NeedsHuman):
    """No browser can open `address` (`reason`): the site profile is wrong."""

    closes_lane = True


class BrowserTrouble(NeedsHuman):
    """The browser reports something that nobody foresaw, `during` an action (`reason`)."""


Kind = Literal["down", "gone", "timeout", "moved", "certificate", "captcha", "address", "by_message"]

BY_CLASS: dict[str, Kind] = {
    "TimeoutError": "timeout",  # Playwright's, and Python's own of asyncio.timeout
    "TargetClosedError": "gone",
    "AbortError": "gone",
    "ValidationError": "by_message",
    "Error": "by_message",
}
BY_NET_ERROR: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"SSL_CLIENT_AUTH_|CERT_AUTHORITY_PROMPT"), "captcha"),  # the portal wants a certificate of ours
    (re.compile(r"CERT_|SSL_(VERSION|OBSOLETE|PINNED|WEAK)"), "certificate"),
    (re.compile(r"(INVALID|DISALLOWED|UNKNOWN)_URL|UNSAFE_|ADDRESS_INVALID|BLOCKED_BY_|FILE_"), "address"),
    (
        re.compile(
            r"CONNECTION_|NAME_|DNS_|INTERNET_DISCONNECTED|NETWORK_|ADDRESS_(UNREACHABLE|IN_USE)|TIMED_OUT|EMPTY_RESPONSE"
            r"|SOCKET_|PROXY_|TUNNEL_|SOCKS_|HTTP2?_|HTTP_1_1|QUIC_|SPDY_|SSL_|INVALID_|CONTENT_|INCOMPLETE_|RESPONSE_"
            r"|TOO_MANY_|ABORTED|FAILED|INSUFFICIENT_RESOURCES|NO_BUFFER_SPACE|OUT_OF_MEMORY|CACHE_|UNEXPECTED|ACCESS_DENIED"
            r"|UNABLE_TO_REUSE|TEMPORARILY_THROTTLED|ICANN_"
        ),
        "down",
    ),
)
BY_PHRASE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"crashed|has been closed|browser closed|target closed|connection closed", re.IGNORECASE), "gone"),
    (
        re.compile(
            r"execution context was destroyed|detached|not attached|interrupted by another|because of a navigation"
            r"|is navigating|frame for this .* is not available",
            re.IGNORECASE,
        ),
        "moved",
    ),
    (re.compile(r"timeout \d+ms exceeded|timed out", re.IGNORECASE), "timeout"),
    (re.compile(r"socket hang up|econn(refused|reset)|enotfound|ehostunreach|etimedout", re.IGNORECASE), "down"),
    (re.compile(r"self.signed certificate|unable to verify", re.IGNORECASE), "certificate"),
)
NET_ERROR = re.compile(r"net::ERR_(\w+)")
ADDRESS = re.compile(r"\bhttps?://[^\s\"'?#;]+")
LIMIT = re.compile(r"[Tt]imeout (\d+)ms exceeded")


def kind_of(exc: BaseException) -> Kind | None:
    """Sort an exception by the tables; None when none of them knows it."""
    message = str(exc)
    kind = next((BY_CLASS[cls.__name__] for cls in type(exc).__mro__ if cls.__name__ in BY_CLASS), None)
    if DRIVER_GONE in message:
        return "gone"
    if kind != "by_message":
        return kind
    net = NET_ERROR.search(message)
    if net:
        return next((found for pattern, found in BY_NET_ERROR if pattern.match(net[1])), None)
    return next((found for pattern, found in BY_PHRASE if pattern.search(message)), None)


def translate(
    exc: BaseException, *, during: str, wrote: bool = False, seconds: float = 0.0, address: str = ""
) -> BotError:
    """Make one of our errors out of what came up `during` an action.

    `wrote`: the write had been sent, so a lost answer is OutcomeUnknown. `seconds` and `address` fill in what the
    exception itself doesn't tell.
    """
    reason = _reason(exc)
    if wrote:
        return OutcomeUnknown(during=during, reason=reason)
    found = ADDRESS.search(str(exc))
    address = found[0] if found else address
    limit = LIMIT.search(str(exc))
    waited = int(limit[1]) / 1000 if limit else seconds
    makers: dict[Kind | None, Callable[[], BotError]] = {
        "down": lambda: PortalDown(address=address, reason=reason),
        "gone": lambda: BrowserGone(address=address, during=during, reason=reason),
        "timeout": lambda: PortalTimeout(waiting_for=during, seconds=waited),
        "moved": lambda: PortalTimeout(waiting_for=during, seconds=waited),
        "certificate": lambda: CertificateNotTrusted(address=address, reason=reason),
        "captcha": lambda: CaptchaShown(address=address),
        "address": lambda: AddressUnusable(address=address, reason=reason),
    }
    return makers.get(kind_of(exc), lambda: BrowserTrouble(during=during, reason=reason))()


@asynccontextmanager
async def translating(
    during: str, *, wrote: bool = False, seconds: float = 0.0, address: str = ""
) -> AsyncIterator[None]:
    """Let nothing of Playwright out of the block; with `wrote`, our own lost answers become OutcomeUnknown too."""
    try:
        yield
    except (PortalDown, PortalTimeout) as exc:
        if wrote:
            raise OutcomeUnknown(during=during, reason=str(exc)) from exc
        raise
    except (PlaywrightError, TimeoutError) as exc:
        raise translate(exc, during=during, wrote=wrote, seconds=seconds, address=address) from exc
    except BotError:
        raise
    except Exception as exc:
        if DRIVER_GONE in str(exc):
            raise translate(exc, during=during, wrote=wrote, seconds=seconds, address=address) from exc
        raise


def _reason(exc: BaseException) -> str:
    """Keep the one word or line that tells what broke; addresses may carry session ids, so queries are cut off."""
    net = NET_ERROR.search(str(exc))
    if net:
        return net[0]
    first = str(exc).strip().split("\n", 1)[0]
    return re.sub(r"(https?://[^\s\"'?#;]+)[?#;][^\s\"']*", r"\1", first)[:200] or type(exc).__name__
