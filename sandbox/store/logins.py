"""Who is logged in where. The two portals share passwords and nothing else."""

import secrets
import time
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from sandbox.store.database import Database
from sandbox.store.people import ACCOUNTS, PASSWORD, Account

Portal = Literal["provincial", "mall"]

TRIES = 5
IDLE_SECONDS = 30 * 60
OVER = "会话已超时，请重新登录"
KICKED = "账号已在别处登录，请重新登录"
WRONG = "用户名或密码错误"
LOCKED = "账号已锁定"


class LoginRefused(Exception):
    """The portal's words why nobody was let in."""


@dataclass(frozen=True)
class Session:
    """One browser that is logged in on one portal; `over` holds the portal's words once it is not any more."""

    token: str
    account: Account
    over: str = ""


class Logins:
    """Passwords are checked, sessions opened, looked up and ended."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: Counter[str] = Counter()

    def count(self, token: str) -> int:
        """Count one more request of a session; gives how many there were."""
        self._counts[token] += 1
        return self._counts[token]

    def enter(self, portal: Portal, user: str, password: str, *, single: bool = False) -> Session:
        """Open a session; raises LoginRefused with the portal's words. `single` ends the account's others."""
        with self._database.transaction():
            refusal = self._refusal(portal, user, password)
            if not refusal:
                return self._open(portal, ACCOUNTS[user], single=single)
        raise LoginRefused(refusal)

    def is_inside(self, portal: Portal, user: str) -> bool:
        """Whether the account has a session that nothing has ended."""
        found = "SELECT 1 FROM sessions WHERE portal = ? AND account = ? AND over = '' LIMIT 1"
        return self._database.one(found, (portal, user)) is not None

    def _refusal(self, portal: Portal, user: str, password: str) -> str:
        row = self._database.one("SELECT count FROM wrong_passwords WHERE portal = ? AND account = ?", (portal, user))
        count = row["count"] if row else 0
        if count >= TRIES:
            return LOCKED
        if user in ACCOUNTS and password == PASSWORD:
            self._database.run("DELETE FROM wrong_passwords WHERE portal = ? AND account = ?", (portal, user))
            return ""
        self._database.run("REPLACE INTO wrong_passwords VALUES (?, ?, ?)", (portal, user, count + 1))
        return LOCKED if count + 1 >= TRIES else WRONG

    def _open(self, portal: Portal, account: Account, *, single: bool) -> Session:
        if single:
            self.end_all(portal, account.user, KICKED)
        token = secrets.token_hex(16).upper()
        self._database.run(
            "INSERT INTO sessions (token, portal, account, seen_at) VALUES (?, ?, ?, ?)",
            (token, portal, account.user, time.time()),
        )
        return Session(token, account)

    def find(self, portal: Portal, token: str | None) -> Session | None:
        """Find the session behind a cookie; it may be `over`. None when nobody ever logged in with it."""
        row = self._database.one("SELECT * FROM sessions WHERE token = ? AND portal = ?", (token, portal))
        if row is None:
            return None
        over = row["over"] or (OVER if time.time() - row["seen_at"] > IDLE_SECONDS else "")
        if not over and time.time() - row["seen_at"] > 1:
            self._database.run("UPDATE sessions SET seen_at = ? WHERE token = ?", (time.time(), token))
        return Session(row["token"], ACCOUNTS[row["account"]], over)

    def end(self, token: str, words: str = OVER) -> None:
        """End this session; the next page says so with `words`."""
        self._database.run("UPDATE sessions SET over = ? WHERE token = ?", (words, token))

    def end_all(self, portal: Portal, user: str, words: str = OVER) -> None:
        """End every session of an account on a portal."""
        self._database.run(
            "UPDATE sessions SET over = ? WHERE portal = ? AND account = ? AND over = ''", (words, portal, user)
        )
