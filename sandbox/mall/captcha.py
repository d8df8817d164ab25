"""The login's 验证码: drawn by the server, its answer signed into a cookie, never told to the page."""

import hashlib
import hmac
import secrets

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "SPEPLUSCAPTCHA"
_KEY = secrets.token_bytes(16)


def picture(_request: Request) -> Response:
    """Draw four digits, turned and crossed out a little."""
    digits = f"{secrets.randbelow(10_000):04d}"
    response = Response(_draw(digits), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})
    response.set_cookie(COOKIE, _sign(digits), path="/wssc", httponly=True, samesite="lax")
    return response


def answered(request: Request, digits: str) -> bool:
    """Tell whether somebody read the picture right."""
    return hmac.compare_digest(_sign(digits), request.cookies.get(COOKIE, ""))


def _sign(digits: str) -> str:
    return hmac.new(_KEY, digits.encode(), hashlib.sha256).hexdigest()


def _draw(digits: str) -> str:
    glyphs = "".join(
        f'<text x="{12 + 21 * place}" y="26" font-size="23" font-family="serif" font-weight="700" fill="{colour}"'
        f' transform="rotate({secrets.randbelow(40) - 20} {18 + 21 * place} 20)">{digit}</text>'
        for place, (digit, colour) in enumerate(zip(digits, ("#c81623", "#1e6fbf", "#2c7a3f", "#8a4bb0"), strict=True))
    )
    lines = "".join(
        f'<path d="M0 {secrets.randbelow(36)} Q48 {secrets.randbelow(36)} 96 {secrets.randbelow(36)}"'
        ' stroke="#c9a98f" fill="none"/>'
        for _ in range(4)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="36">'
        f'<rect width="96" height="36" fill="#fdf3e7"/>{lines}{glyphs}</svg>'
    )
