"""Is a site up at all? Asked before a lane that was parked goes on, without a browser."""

import asyncio
import ssl
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPSHandler, OpenerDirector, ProxyHandler, Request, build_opener

LIMIT_SECONDS = 8.0
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SERVER_ERROR = 500


async def answers(url: str, *, ignore_tls: bool = False, seconds: float = LIMIT_SECONDS) -> bool:
    """Whether something that is not a server error (5xx) answers at the address; never raises."""
    return await asyncio.to_thread(_answers, url, ignore_tls, seconds)


def _answers(url: str, ignore_tls: bool, seconds: float) -> bool:  # noqa: FBT001 - positional through to_thread
    if urlsplit(url).scheme not in {"http", "https"}:
        return False
    try:
        request = Request(url, headers={"User-Agent": "yuncai", "Accept-Language": "zh-CN"})  # noqa: S310 - checked above
        with _opener(url, ignore_tls).open(request, timeout=seconds) as response:
            return int(response.status) < SERVER_ERROR
    except HTTPError as exc:
        return exc.code < SERVER_ERROR
    except URLError as exc:
        return isinstance(exc.reason, ssl.SSLCertVerificationError)  # it is there; the browser says what is wrong
    except (OSError, HTTPException, ValueError):
        return False


def _opener(url: str, ignore_tls: bool) -> OpenerDirector:  # noqa: FBT001 - as above
    context = ssl.create_default_context()
    if ignore_tls:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    direct = [ProxyHandler({})] if urlsplit(url).hostname in LOOPBACK else []  # as the browser does
    return build_opener(HTTPSHandler(context=context), *direct)
