import stat
from pathlib import Path

import pytest
from playwright.async_api import Error

from bots.browser.evidence import EvidenceNotWritable
from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser
from bots.browser.vault import Vault

KEY = "张三/王@provincial"


def vault_in(folder: Path) -> Vault:
    return Vault(folder, lambda: "a secret of sixteen characters")


async def log_in(lane: Lane, portal: str) -> str:
    await lane.page.goto(portal + "/login")
    await lane.page.get_by_role("button", name="登录").click()
    await lane.page.wait_for_url("**/enter")
    return (await lane.context.cookies())[0].get("value", "")


async def test_a_lane_is_a_clerk_in_shandong(lane: Lane, portal: str) -> None:
    await lane.page.goto(portal)
    told = await lane.page.evaluate(
        "[navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, innerHeight]"
    )
    assert told == ["zh-CN", "Asia/Shanghai", 1366, 900]


async def test_the_session_of_the_last_run_is_used_again(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path
) -> None:
    folder = tmp_path / "sessions"
    first = await shared_browser.open_lane(KEY, vault=vault_in(folder))
    session = await log_in(first, portal)
    await first.keep_session()
    await first.close()
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    second = await shared_browser.open_lane(KEY, vault=vault_in(folder))
    assert (await second.context.cookies())[0].get("value") == session
    await second.forget_session()
    assert await second.context.cookies() == []
    assert list(folder.iterdir()) == []
    await second.close()


async def test_two_lanes_know_nothing_of_each_other(shared_browser: SharedBrowser, portal: str) -> None:
    one, two = await shared_browser.open_lane("a@mall"), await shared_browser.open_lane("b@mall")
    assert await log_in(one, portal) != await log_in(two, portal)
    await one.close()
    assert two.alive
    assert not one.alive
    await two.close()


@pytest.mark.parametrize("content", ["", "{", "yuncai-session-1\nsalt", "yuncai-session-0\nAAAA\nAAAA"])
async def test_a_damaged_session_is_thrown_away(shared_browser: SharedBrowser, tmp_path: Path, content: str) -> None:
    file = tmp_path / "a@mall.session"
    file.write_text(content)
    lane = await shared_browser.open_lane("a@mall", vault=vault_in(tmp_path))
    assert not file.exists()
    await lane.close()


async def test_a_session_is_replaced_whole_or_not_at_all(
    shared_browser: SharedBrowser, portal: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = vault_in(tmp_path)
    lane = await shared_browser.open_lane("a@mall", vault=vault)
    await lane.keep_session()
    before = vault.file("a@mall").read_bytes()
    await log_in(lane, portal)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EvidenceNotWritable, match="No space left"):
        await lane.keep_session()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a@mall.session": before}
    kept = vault.take("a@mall")
    assert kept is not None
    assert kept.storage.get("cookies") == []
    await lane.close()


async def test_stray_popups_are_closed_and_the_main_page_stays(lane: Lane, portal: str) -> None:
    await lane.page.goto(portal)
    for _ in range(2):
        async with lane.context.expect_page():
            await lane.page.evaluate("window.open('/popup')")
    assert await lane.close_popups() == 2
    assert lane.context.pages == [lane.page]
    assert await lane.close_popups() == 0


async def test_a_crashed_or_closed_page_is_replaced_and_the_session_stays(lane: Lane, portal: str) -> None:
    session = await log_in(lane, portal)
    assert await lane.fresh_page() is lane.page
    crashed = lane.page
    async with crashed.expect_event("crash"):
        with pytest.raises(Error):
            await crashed.goto("chrome://crash")
    replaced = await lane.fresh_page()
    assert replaced is not crashed
    await replaced.goto(portal)
    await replaced.close()
    await (await lane.fresh_page()).goto(portal)
    assert (await lane.context.cookies())[0].get("value") == session
    assert len(lane.context.pages) == 1


async def test_pictures_are_fetched_only_when_wanted(
    shared_browser: SharedBrowser, portal: str, asked: list[tuple[str, str]]
) -> None:
    plain, spare = await shared_browser.open_lane("a@mall"), await shared_browser.open_lane("b@mall", block_images=True)
    await spare.page.goto(portal)
    assert [path for path, _ in asked] == ["/"]
    await plain.page.goto(portal)
    assert "/pixel.png" in [path for path, _ in asked]
    await plain.close()
    await spare.close()
