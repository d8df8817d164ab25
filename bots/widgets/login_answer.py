"""What a portal says to a login, as what it means: only words that speak of the password accuse the password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bots.errors import (
    AccountLocked,
    BotError,
    CaptchaShown,
    LoginIncomplete,
    LoginRefused,
    PasswordExpired,
    PortalDown,
    WrongPassword,
)

if TYPE_CHECKING:
    from bots.terms import PortalMessage

CAPTCHA = "验证码"
# Something is missing or not chosen; 请输入正确的密码 speaks of what was typed.
_WANTS_MORE = re.compile(
    r"请(?:先|至少)?(?:选择|输入|填写|勾选|录入|阅读|同意)(?!正确)|(?:不能|不可|不得|不允许)为空|不能不填|必填|必选|[未没](?:有)?(?:选择|填写|输入)"
)

_STALE = re.compile("超时|过期|失效")  # of a login page that stood open too long; 登录失败，请重新登录 is a refusal


def wants_more(text: str) -> bool:
    """Whether the words ask for something that was not given (请选择…, …不能为空)."""
    return _WANTS_MORE.search(text) is not None


def as_error(said: PortalMessage, *, user: str, address: str) -> BotError:
    """The portal's answer to a login that it did not let in, as the error it is."""
    text = said.text
    if CAPTCHA in text:  # one that could not be seen before: the password is not at fault
        return CaptchaShown(address=address, text=text)
    if said.kind == "locked":
        return AccountLocked(user=user, text=text)
    if said.kind == "password_expired":
        return PasswordExpired(user=user, text=text)
    if said.kind == "busy" or (said.kind == "session_over" and _STALE.search(text)):
        return PortalDown(address=address, reason=text)
    if wants_more(text):
        return LoginIncomplete(user=user, text=text)
    return WrongPassword(user=user, text=text) if said.kind == "wrong_password" else LoginRefused(user=user, text=text)
