"""Who is let in by the login, for the server's own login page and for the scripts' one."""

from collections.abc import Mapping

from sandbox.store import Store
from sandbox.store.logins import LOCKED, LoginRefused, Session
from sandbox.store.people import ACCOUNTS
from sandbox.weather import alone

ROLES = {"1": "采购人", "2": "供应商", "3": "代理机构", "4": "评审专家"}
EXPIRED = "密码已过期，请修改密码"


class Expired(Exception):
    """The password has to be changed first."""


def let_in(store: Store, form: Mapping[str, str]) -> Session:
    """Check identity, account, password and 行政区划; raises LoginRefused with the portal's words, or Expired."""
    user = form.get("user", "").strip()
    refusal = _refusal(store, form, user)
    if refusal:
        raise LoginRefused(refusal)
    session = store.logins.enter("provincial", user, form["password"], single=alone(store, "provincial", user))
    if store.faults.take("password_expired", user, portal="provincial"):
        store.logins.end(session.token)
        raise Expired(EXPIRED)
    return session


def _refusal(store: Store, form: Mapping[str, str], user: str) -> str:
    if store.faults.look("captcha", user, portal="provincial"):
        return "验证码错误"
    for name, words in (("user", "请输入账户"), ("password", "请输入密码"), ("region", "请选择行政区划")):
        if not form.get(name, "").strip():
            return words
    if store.faults.take("locked", user, portal="provincial"):
        return LOCKED
    account = ACCOUNTS.get(user)
    if account and account.unit.region != form["region"]:
        return "账户与所选行政区划不符"
    if account and form.get("role") != "1":
        return "该账户不是所选身份的用户"
    return ""
