"""Kept sessions: all that makes them, nothing of it in the clear, and only for whom they were kept."""

import base64
import json
import logging
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bots.browser.kept import Kept, session_on
from bots.browser.shared import SharedBrowser
from bots.browser.vault import Vault

KEY = "linnan@provincial"
SECRET = "a secret of sixteen characters"
COOKIE, LOCAL, TAB = "cookie-0123456789", "local-0123456789", "tab-0123456789"
STORE = "([local, tab]) => { localStorage.setItem('l', local); sessionStorage.setItem('t', tab); }"
STORED = "() => [localStorage.getItem('l'), sessionStorage.getItem('t')]"


def vault_in(folder: Path, secret: str = SECRET) -> Vault:
    return Vault(folder, lambda: secret)


def a_session() -> Kept:
    kept = Kept.from_json({
        "storage": {"cookies": [{"name": "S", "value": COOKIE, "domain": "a", "path": "/"}], "origins": []},
        "tabs": {"http://a": {"t": TAB}},
    })  # fmt: skip
    assert kept is not None
    return kept


async def keep_one(browser: SharedBrowser, portal: str, vault: Vault) -> None:
    lane = await browser.open_lane(KEY, vault=vault)
    await lane.page.goto(portal)
    await lane.context.add_cookies([{"name": "S", "value": COOKIE, "url": portal}])
    await lane.page.evaluate(STORE, [LOCAL, TAB])
    await lane.keep_session()
    await lane.close()


async def test_a_session_is_cookies_and_both_kinds_of_storage(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path
) -> None:
    await keep_one(shared_browser, portal, vault_in(tmp_path))
    lane = await shared_browser.open_lane(KEY, vault=vault_in(tmp_path))
    await lane.page.goto(portal)
    assert await lane.page.evaluate(STORED) == [LOCAL, TAB]
    assert (await lane.context.cookies())[0].get("value") == COOKIE
    await lane.close()


async def test_what_a_page_changes_later_is_not_put_back(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path
) -> None:
    await keep_one(shared_browser, portal, vault_in(tmp_path))
    lane = await shared_browser.open_lane(KEY, vault=vault_in(tmp_path))
    await lane.page.goto(portal)
    await lane.page.evaluate("sessionStorage.removeItem('t')")
    await lane.page.goto(portal + "/popup")
    assert await lane.page.evaluate(STORED) == [LOCAL, None]
    await lane.forget_session()
    await lane.page.goto(portal)
    assert await lane.page.evaluate(STORED) == [None, None]
    await lane.close()


async def test_the_browser_of_a_person_who_logged_in_is_named_to_the_portal_until_the_session_is_forgotten(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path
) -> None:
    vault, hers = vault_in(tmp_path), "Mozilla/5.0 (a person's own)"
    window = await shared_browser.open_lane(KEY, begin_with=replace(a_session(), agent=hers))
    await window.keep_session(vault)
    await window.close()
    for _ in range(2):  # a run keeps it, too
        lane = await shared_browser.open_lane(KEY, vault=vault)
        async with lane.page.expect_request("**") as sent:
            await lane.page.goto(portal)
        assert (await sent.value).headers["user-agent"] == hers
        await lane.keep_session()
        await lane.close()
    lane = await shared_browser.open_lane(KEY, vault=vault)
    await lane.forget_session()
    await lane.keep_session()
    await lane.close()
    kept = vault.take(KEY)
    assert kept is not None
    assert kept.agent == ""


async def test_another_origin_gets_nothing(shared_browser: SharedBrowser, portal: str, tmp_path: Path) -> None:
    await keep_one(shared_browser, portal, vault_in(tmp_path))
    lane = await shared_browser.open_lane(KEY, vault=vault_in(tmp_path))
    await lane.page.goto(portal.replace("127.0.0.1", "localhost"))
    assert await lane.page.evaluate("() => Object.keys(sessionStorage).length") == 0
    await lane.close()


async def test_nothing_of_a_session_lies_on_the_disk_in_the_clear(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path
) -> None:
    folder = tmp_path / "sessions"
    await keep_one(shared_browser, portal, vault_in(folder))
    (file,) = folder.iterdir()
    content = file.read_bytes()
    unpacked = base64.urlsafe_b64decode(content.split(b"\n")[2])
    for secret in (COOKIE, LOCAL, TAB, SECRET, portal):
        assert secret.encode() not in content + unpacked
        assert base64.b64encode(secret.encode())[:-4] not in content + unpacked
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)


def test_another_key_opens_nothing_and_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    vault_in(tmp_path).keep(KEY, a_session())
    with caplog.at_level(logging.WARNING, "yuncai.sessions"):
        assert vault_in(tmp_path, "a secret of other characters").take(KEY) is None
    assert "another key" in caplog.text
    assert vault_in(tmp_path).take(KEY) == a_session()  # whoever has the key can still open it


def test_the_session_of_one_lane_opens_no_other(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    vault.keep(KEY, a_session())
    vault.file(KEY).rename(vault.file("jiaoyu@provincial"))
    assert vault.take("jiaoyu@provincial") is None


def test_one_byte_changed_and_nothing_is_believed(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    vault.keep(KEY, a_session())
    content = bytearray(vault.file(KEY).read_bytes())
    content[-9] ^= 1
    vault.file(KEY).write_bytes(content)
    assert vault.take(KEY) is None


def test_a_plain_session_of_an_earlier_version_is_encrypted_and_deleted(tmp_path: Path) -> None:
    (tmp_path / f"{KEY}.json").write_text(json.dumps(a_session().storage))
    vault = vault_in(tmp_path)
    kept = vault.take(KEY)
    assert kept is not None
    assert kept.storage == a_session().storage
    assert [path.name for path in tmp_path.iterdir()] == [f"{KEY}.session"]
    assert COOKIE.encode() not in vault.file(KEY).read_bytes()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cookies": 1, "origins": []}', '{"cookies": [{"name": "x"}]}'])
def test_a_plain_session_that_is_damaged_is_deleted(tmp_path: Path, content: str) -> None:
    (tmp_path / f"{KEY}.json").write_text(content)
    assert vault_in(tmp_path).take(KEY) is None
    assert list(tmp_path.iterdir()) == []


async def test_without_a_key_nothing_is_kept_and_the_work_goes_on(
    shared_browser: SharedBrowser, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def no_key() -> str:
        raise PermissionError(13, "Permission denied")

    lane = await shared_browser.open_lane(KEY, vault=Vault(tmp_path, no_key))
    assert not await lane.keep_session()
    assert "no key" in caplog.text
    assert list(tmp_path.iterdir()) == []
    await lane.close()


async def test_of_a_persons_browser_only_the_sites_own_session_is_taken(
    shared_browser: SharedBrowser, portal: str
) -> None:
    lane = await shared_browser.open_lane("a person")
    elsewhere = portal.replace("127.0.0.1", "localhost")
    for page, address in ((lane.page, portal), (await lane.context.new_page(), elsewhere)):
        await page.goto(address)
        await lane.context.add_cookies([{"name": "S", "value": f"{COOKIE} {address}", "url": address}])
        await page.evaluate(STORE, [f"{LOCAL} {address}", f"{TAB} {address}"])
    kept = await session_on(lane.context, portal, {portal})
    assert kept.tabs == {portal: {"t": f"{TAB} {portal}"}}
    assert "localhost" not in json.dumps(kept.as_json())
    assert LOCAL in json.dumps(kept.as_json())
    await lane.close()
