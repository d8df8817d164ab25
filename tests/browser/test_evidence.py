import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest

from bots.browser import evidence as module
from bots.browser.evidence import EVENTS, SUMS, Evidence, EvidenceNotWritable, safe_name
from bots.browser.lane import Lane
from bots.browser.redact import MASK
from bots.errors import Fate
from bots.trail import Trail
from bots.widgets.values import Money
from tests.browser.conftest import PASSWORD


def events(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / EVENTS).read_text("utf-8").splitlines()]


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte that was kept: files, and what is inside of archives."""
    for path in folder.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())
        elif path.is_file():
            yield path.name, path.read_bytes()


def test_events_are_there_at_once_with_time_and_typed_values(tmp_path: Path) -> None:
    trail: Trail = Evidence(tmp_path / "新" / "F1")
    trail.event(
        "[provincial/计划/采购方式]", "fill", value="网上超市", amount=Money(Decimal(350000)), others=[Decimal("0.1")]
    )
    (event,) = events(tmp_path / "新" / "F1")
    assert event["data"] == {"value": "网上超市", "amount": "350000元", "others": ["0.1"]}
    assert datetime.fromisoformat(str(event["time"])).tzinfo is not None
    assert "网上超市" in (tmp_path / "新" / "F1" / EVENTS).read_text("utf-8")


def test_the_portals_own_words_are_collected(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.event("[provincial/计划]", "said", kind="done", text="保存成功！")
    evidence.event("[provincial/计划]", "click", text="保存")
    assert evidence.messages == ["保存成功！"]


def test_a_secret_is_masked_in_every_spelling(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path, [PASSWORD])
    evidence.event(
        f"[login/{PASSWORD}]", "said", text=f"密码{PASSWORD}错误", url=f"/?p={quote(PASSWORD)}", **{PASSWORD: 1}
    )
    evidence.event("x", "fill", value=[{"a": PASSWORD}], coded=base64.b64encode(PASSWORD.encode()).decode())
    text = (tmp_path / EVENTS).read_text("utf-8")
    assert "Gehe" not in text
    assert "R2VoZS" not in text
    assert text.count(MASK) == 6
    assert evidence.messages == [f"密码{MASK}错误"]


async def test_pictures_are_numbered_keep_their_chinese_and_never_replace_one_another(
    tmp_path: Path, lane: Lane, portal: str
) -> None:
    await lane.page.goto(portal + "/popup")
    evidence = Evidence(tmp_path)
    await evidence.picture("保存后的计划表", lane.page)
    await evidence.picture("保存后的计划表", lane.page)
    await Evidence(tmp_path).picture('日志: a/b\\c?*"<>|', lane.page)
    assert sorted(path.name for path in tmp_path.glob("*.png")) == [
        "01-保存后的计划表.png",
        "02-保存后的计划表.png",
        "03-日志_ a_b_c_.png",
    ]
    width, height = (
        int.from_bytes((tmp_path / "01-保存后的计划表.png").read_bytes()[start : start + 4]) for start in (16, 20)
    )
    assert width == 1366
    assert height > 3000  # the whole page, not the window


async def test_a_popup_is_pictured_like_a_page(tmp_path: Path, lane: Lane, portal: str) -> None:
    await lane.page.goto(portal)
    async with lane.page.expect_popup() as waiting:
        await lane.page.evaluate("window.open('/popup', 'p', 'width=400,height=300')")
    await Evidence(tmp_path).picture("明细", await waiting.value)
    assert (tmp_path / "01-明细.png").stat().st_size > 1000


async def test_a_page_that_went_away_leaves_an_event_instead_of_a_picture(tmp_path: Path, lane: Lane) -> None:
    await lane.page.close()
    await Evidence(tmp_path).picture("已提交", lane.page)
    assert [event["action"] for event in events(tmp_path)] == ["picture failed"]


def test_hashes_cover_every_file_and_can_be_checked(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.event("x", "y")
    (tmp_path / "01-图.png").write_bytes(b"png")
    sums = evidence.hashes()
    assert evidence.hashes() == sums
    assert sums == {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in (EVENTS, "01-图.png")}
    lines = (tmp_path / SUMS).read_text("utf-8").splitlines()
    assert [re.fullmatch(r"[0-9a-f]{64}  (.+)", line)[1] for line in lines] == ["01-图.png", EVENTS]  # type: ignore[index]


def test_a_disk_that_can_not_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EvidenceNotWritable) as caught:
        Evidence(tmp_path / "file" / "F1")
    assert caught.value.fate is Fate.HUMAN
    assert str(tmp_path) in str(caught.value.params["folder"])
    full = Evidence(tmp_path)
    monkeypatch.setattr(module, "EVENTS", "../../../../dev/full")
    full.folder = Path("/dev/shm/a/b/c")
    monkeypatch.setattr(full, "folder", Path("/nowhere"))
    with pytest.raises(EvidenceNotWritable):
        full.event("x", "y")


@pytest.mark.parametrize("name", ["..", "a" * 300, "计" * 300, " . ", "con\x00", "/"])
def test_any_name_becomes_a_file_name(tmp_path: Path, name: str) -> None:
    file = safe_name(name)
    (tmp_path / f"01-{file}.png").touch()
    assert (tmp_path / f"01-{file}.png").parent == tmp_path
    assert not file.endswith((" ", "."))


STORES_ITS_TOKENS = """() => {
    sessionStorage.setItem("me", "tab-token-41");
    localStorage.setItem("state", "before");  // a word that the trace itself is made of
    localStorage.setItem("me", JSON.stringify({ access: "stored/token+42", name: "张建国" }));
    return fetch("/save?a=tab-token-41&b=stored/token+42").then(() => {});
}"""


async def work(lane: Lane, portal: str) -> None:
    """What would leak if nothing were masked: a password field, a session cookie, a token in a header."""
    await lane.page.goto(f"{portal}/form?password={quote(PASSWORD)}")
    await lane.page.get_by_label("计划名称").fill("台式计算机采购项目")
    await lane.page.locator("[name=pin]").fill("pin-of-the-clerk")
    async with lane.page.expect_response("**/save"):
        await lane.page.get_by_role("button", name="保存").click()
    await lane.page.evaluate(STORES_ITS_TOKENS)


async def test_no_byte_of_a_trace_holds_a_password_or_a_session(tmp_path: Path, lane: Lane, portal: str) -> None:
    evidence = Evidence(tmp_path, [PASSWORD])
    await lane.page.goto(portal + "/login")
    await lane.page.locator("[name=password]").fill(PASSWORD)
    await lane.page.get_by_role("button", name="登录").click()
    await lane.page.wait_for_url("**/enter")
    before = (await lane.context.cookies())[0].get("value", "")
    await evidence.trace_start(lane.context, full=True)
    await work(lane, portal)
    async with evidence.unwatched():
        await lane.page.goto(portal + "/login")
        await lane.page.locator("[name=password]").fill(PASSWORD)
    await work(lane, portal)
    after = (await lane.context.cookies())[0].get("value", "")
    path = await evidence.trace_keep()
    evidence.hashes()
    assert path == tmp_path / "trace.zip"
    kept = dict(everything(tmp_path))
    assert before.startswith("secret-session-")
    secrets = (PASSWORD, quote(PASSWORD), "Gehe", "pin-of-the-clerk", "secret-session-", before, after, "token-of-this",
               "tab-token-41", "stored/token+42")  # fmt: skip
    for name, content in kept.items():
        for secret in secrets:
            assert secret.encode() not in name.encode() + content, name
    trace = b"".join(content for name, content in kept.items() if name.endswith(".trace"))
    assert "台式计算机采购项目".encode() in trace  # the trace is still worth looking at
    assert any(name.endswith(".network") and b"/save" in content for name, content in kept.items())
    lines = [json.loads(line) for line in trace.splitlines()]
    assert {"before", "after"} <= {line["type"] for line in lines}


async def test_a_trace_is_dropped_when_all_went_well(tmp_path: Path, lane: Lane, portal: str) -> None:
    evidence = Evidence(tmp_path)
    await evidence.trace_start(lane.context)
    await lane.page.goto(portal)
    await evidence.trace_drop()
    await evidence.trace_drop()
    assert await evidence.trace_keep() is None
    assert list(tmp_path.iterdir()) == []
    await evidence.trace_start(lane.context)
    await evidence.trace_start(lane.context)
    await lane.page.goto(portal)
    assert await evidence.trace_keep() is not None


async def test_a_context_that_died_takes_its_trace_along_and_raises_nothing(
    tmp_path: Path, lane: Lane, portal: str
) -> None:
    evidence = Evidence(tmp_path)
    await evidence.trace_start(lane.context)
    await lane.page.goto(portal)
    await lane.close()
    assert await evidence.trace_keep() is None
    await evidence.trace_start(lane.context)
    await evidence.trace_drop()
