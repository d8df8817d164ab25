"""The report: one file that holds everything, says it in the portal's words, and gives no secret away."""

import base64
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from bots.errors import CaptchaShown
from desk.messages.catalogue import speak
from desk.report import build
from desk.report.evidence import read_evidence
from flows.ledger import Ledger
from flows.ledger.runs import begin_run
from flows.stages import Hold, Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import NUMBER, OPINION, PIXEL, RUN, fabricate, register


@pytest.fixture
def page(workspace: Path) -> str:
    """The report of the fabricated run."""
    state = workspace / ".yuncai"
    fabricate(state)
    ledger = Ledger(state / "yuncai.sqlite")
    path = build.build_report(state, ledger)
    ledger.close()
    assert path == state / "reports" / f"{RUN}.html"
    return path.read_text("utf-8")


def test_every_filing_is_there_with_its_number_and_state(page: str) -> None:
    for words in (NUMBER, "JHD2020371424000001", "filed-002", "已进商城", "被退回", "被拒绝", "需要人工"):
        assert words in page


def test_every_field_stands_as_written(page: str) -> None:
    for label, value in (("计划采购日期", "2020-09-18"), ("业务年度", "2020"), ("计划月份", "9月"),
                         ("是否科研项目", "否"),
                         ("预算内一般预算金额", "30万元（300,000.00元）"), ("预算内国有资本运营金额", "0万元"),
                         ("数量", "70"), ("单价", "0.5万元（5,000.00元）"), ("金额", "35万元（350,000.00元）"),
                         ("联系人", "张&lt;三&gt;")):  # fmt: skip
        assert f"<dt>{label}</dt><dd>{value}</dd>" in page, label


def test_the_portals_and_reviewers_words_are_verbatim_and_harmless(page: str) -> None:
    assert "计划名称不能为空" in page
    assert "保存成功！" in page
    assert "用户名或密码错误" in page
    assert OPINION not in page
    assert "单价超出标准 &lt;b&gt;请说明&lt;/b&gt;" in page


def test_the_four_main_pictures_are_inside_the_newest_of_each_name(page: str, workspace: Path) -> None:
    inside = [base64.b64decode(found) for found in re.findall(r'src="data:image/png;base64,([^"]+)"', page)]
    assert inside == [PIXEL + bytes([number]) for number in (2, 3, 5, 6)]
    folder = workspace / ".yuncai" / "evidence" / "filed-001"
    for picture in read_evidence(folder).rest:
        assert f"../evidence/filed-001/{base64_free(picture.file.name)}" in page


def test_what_another_machine_has_is_linked_where_it_lies(workspace: Path) -> None:
    state = workspace / ".yuncai"
    fabricate(state)
    folder = state / "evidence" / "filed-001" / "vm-1"
    folder.mkdir()
    (folder / "01-登录后的首页.png").write_bytes(PIXEL)
    (folder / "trace.zip").write_bytes(b"PK")
    ledger = Ledger(state / "yuncai.sqlite")
    page = build.build_report(state, ledger).read_text("utf-8")
    ledger.close()
    for link in re.findall(r'href="(\.\./evidence/[^"]+)"', page):
        assert (state / "reports" / unquote(link)).exists(), link
    assert "filed-001/vm-1/trace.zip" in page
    assert "vm-1/01-" in page


def base64_free(name: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only here

    return quote(name)


def test_the_page_of_the_error_comes_first_where_a_filing_is_held(page: str, workspace: Path) -> None:
    assert page
    names = [p.name for p in read_evidence(workspace / ".yuncai" / "evidence" / "filed-001", held=True).main]
    assert "出错时的页面" in names
    assert len(names) == 4


def test_it_needs_no_script_and_no_other_file(page: str) -> None:
    assert "<script" not in page
    assert "<link" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "url(" not in page


def test_no_secret_is_in_it(page: str, workspace: Path) -> None:
    secrets = [path.read_text() for path in (workspace / "secrets").glob("passwords__*")]
    assert secrets
    assert all(secret not in page for secret in secrets)


def test_pictures_stop_being_embedded_when_there_are_too_many(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MOST_EMBEDDED_BYTES", 200)
    state = workspace / ".yuncai"
    fabricate(state)
    ledger = Ledger(state / "yuncai.sqlite")
    page = build.build_report(state, ledger, RUN).read_text("utf-8")
    ledger.close()
    assert page.count("data:image/png") == 2
    assert "没有嵌入报告" in page


def test_it_speaks_english_too(workspace: Path) -> None:
    state = workspace / ".yuncai"
    fabricate(state)
    speak("en")
    ledger = Ledger(state / "yuncai.sqlite")
    page = build.build_report(state, ledger).read_text("utf-8")
    ledger.close()
    assert '<html lang="en">' in page
    assert "What happened" in page
    assert not re.search(r"\b(report|history|stage|hold|next|column)\.[a-z_]+", page.partition("</style>")[2])


def test_the_command_writes_it_again_and_says_where(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    ran = yuncai("report", RUN, "-w", workspace)
    assert ran.code == 0
    assert ran.out.strip().endswith(f"{RUN}.html")
    assert Path(ran.out.strip().partition("：")[2]).is_file()


def test_the_report_of_a_crowds_poll_shows_what_has_changed_or_needs_somebody(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "yuncai.sqlite")
    filings = [ledger.advance(register(ledger, f"quiet-{n}"), Stage.SUBMITTED) for n in range(build.CROWD)]
    news, held = (ledger.advance(register(ledger, ref), Stage.SUBMITTED) for ref in ("news", "held"))
    ledger.hold(held, Hold.NEEDS_HUMAN, CaptchaShown(address="http://portal/"))
    begin_run(ledger, "20260102-080000-000-poll", "poll", "sandbox", [f.ref for f in (*filings, news, held)])
    ledger.advance(news, Stage.OFFICE_REVIEW, before="submitted")
    page = build.build_report(tmp_path, ledger).read_text("utf-8")
    ledger.close()
    assert [ref in page for ref in ("news", "held", "quiet-0")] == [True, True, False]
    assert f"另有 {build.CROWD} 份" in page
