import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest

from bots import terms
from configs.problems import ConfigProblems, Problem
from configs.sites.loading import known_sites, load_site
from configs.sites.model import LogStage, MessageKind, PortalSite
from configs.sites.quiet_hours import quiet_until
from flows.stages import Stage
from flows.terms import terms_of

Write = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def portal() -> PortalSite:
    return load_site("sandbox").provincial


def problems_of(name: str, root: Path, **more: str) -> list[Problem]:
    with pytest.raises(ConfigProblems) as caught:
        load_site(name, root, **more)
    return caught.value.problems


def test_the_kinds_of_messages_are_the_bots_kinds() -> None:
    assert get_args(MessageKind) == get_args(terms.MessageKind)


def test_the_stages_of_the_log_are_stages_of_a_filing() -> None:
    assert set(get_args(LogStage)) <= {stage.value for stage in Stage}


@pytest.mark.parametrize(("written", "kept"), [
    ("22:00-06:30", "22:00-06:30"), ("22:00 — 06:30", "22:00-06:30"), ("12:00～13:30", "12:00-13:30"),
])  # fmt: skip
def test_quiet_hours_are_written_as_people_write_them(tmp_path: Path, write: Write, written: str, kept: str) -> None:
    write("sites/mine.yaml", f"extends: real\nboth: {{quiet_hours: ['{written}']}}\n")
    assert load_site("mine", tmp_path).mall.quiet_hours == (kept,)


@pytest.mark.parametrize("written", ["22:00", "24:00-06:00", "9-17", "06:00-06:00", "22:00-06:60", ""])
def test_quiet_hours_that_are_none_are_refused_with_their_line(tmp_path: Path, write: Write, written: str) -> None:
    write("sites/mine.yaml", f"extends: real\nprovincial:\n  quiet_hours: ['{written}']\n")
    (problem,) = problems_of("mine", tmp_path)
    assert (problem.code, problem.file, problem.line) == ("quiet_hours_form", "sites/mine.yaml", 3)


@pytest.mark.parametrize(("moment", "until"), [
    ("2026-03-02T13:59+00:00", None), ("2026-03-02T14:00+00:00", "06:30"), ("2026-03-03T06:29+08:00", "06:30"),
    ("2026-03-03T06:30+08:00", None), ("2026-03-03T12:15+08:00", "13:00"), ("2026-03-03T13:00+08:00", None),
])  # fmt: skip
def test_quiet_hours_go_by_the_clock_of_china_and_over_midnight(moment: str, until: str | None) -> None:
    assert quiet_until(("22:00-06:30", "12:00-13:00"), datetime.fromisoformat(moment)) == until


def test_the_words_of_a_kick_are_told_from_those_of_a_session_that_ended(portal: PortalSite) -> None:
    assert portal.was_kicked("账号已在别处登录，请重新登录")
    assert portal.was_kicked("您已被强制下线")
    assert not portal.was_kicked("会话已超时，请重新登录")


def test_the_real_profile_holds_the_manuals_addresses() -> None:
    real = load_site("real")
    assert real.provincial.base_url == "http://www.ccgp-shandong.gov.cn"
    assert real.mall.base_url + real.mall.entry == "http://ggzyjyzx.shandong.gov.cn/wssc/liaocheng/index.html"
    assert real.provincial.menu == ("计划备案", "采购计划管理", "采购计划维护")
    assert real.mall.menu == ("平台管理", "计划单管理")
    assert real.catalogues == ()


SORTED = {
    "done": """
        保存成功！
        提交成功！
        自建计划创建成功
        操作成功
        成功
        保存成功，请继续填写计划明细
        删除成功！
        登录成功
        """,
    "refused": """
        计划名称不能为空
        计划实施截止日期不能早于计划采购日期
        一个计划只能有一条明细
        请先填写计划明细
        明细金额与计划金额不一致
        该计划已提交，不能修改
        资金合计必须大于0
        保存失败
        保存不成功
        提交未成功，请核对
        请选择采购方式
        业务年度不正确
        允许采购进口产品时，进口产品审批文号不能为空
        单价超出资产配置标准，请说明
        账户与所选行政区划不符
        该账户不是所选身份的用户
        请使用经办人账户（尾号002）登录
        该计划不存在或已被删除
        请补充规格要求
        本年度已存在同名计划
        数量格式不正确，最多保留2位小数
        该计划已提交，不能重复提交
        业务科室已停用
        2020年度计划上报已截止
        该指标已冻结
        验证码错误
        无权操作
        """,
    "session_over": """
        会话已超时，请重新登录
        登录超时，请重新登录
        账号已在别处登录，请重新登录
        您尚未登录
        Session过期
        """,
    "wrong_password": """
        用户名或密码错误
        密码不正确，还可以尝试3次
        用户不存在或密码错误，请重新登录
        """,
    "locked": """
        账号已锁定
        您的账户已被锁定，请联系管理员
        """,
    "password_expired": """
        密码已过期
        密码已过期，请修改密码后重新登录
        首次登录请修改密码
        """,
    "busy": """
        系统繁忙，请稍后再试
        系统维护中
        网络异常，请检查网络连接
        服务器错误
        """,
    "notice": """
        系统公告
        关于国庆放假的通知
        系统将于今晚22:00进行升级维护，请提前保存数据。
        """,
    "question": """
        确定提交？
        确定提交吗？
        确认提交该计划吗?
        是否提交？
        确定要提交吗？
        确定保存？
        您确定要提交该采购计划吗？
        确认将选中的1条采购计划提交至资金科室、采购办审核？
        是否将所选计划送审？
        """,
    "unknown": """
        本年度已存在同名计划，是否继续？
        确定删除吗？
        确定提交并放弃其他明细吗？
        确认将选中的计划提交给其他单位？
        确认将选中的计划保存并删除原计划？
        变更申请
        提交后不能修改，确定提交吗？
        你好
        """,
}


@pytest.mark.parametrize("kind", SORTED)
def test_messages_are_sorted(portal: PortalSite, kind: str) -> None:
    texts = [line.strip() for line in SORTED[kind].strip().splitlines()]
    assert {text: portal.kind_of(text) for text in texts} == dict.fromkeys(texts, kind)


def test_no_text_at_all_is_unknown(portal: PortalSite) -> None:
    assert portal.kind_of("") == "unknown"


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("saved", "保存 张三 保存成功 2020-09-18 10:00:00"),
        ("submitted", "提交 张三 提交成功 2020-09-18 10:00:00"),
        ("submitted", "提交 张三 提交成功 2020-09-18 10:00:00 已改正退回的问题"),
        ("office_review", "资金科室审核 工业贸易科 审核通过 2020-09-18 11:00:00 同意"),
        ("office_review", "资金科室审核 工业贸易科 审核通过 2020-09-18 11:00:00 此前退回的问题已改正"),
        ("office_review", "采购办审核 政府采购监督管理办公室 审核通过 2020-09-18 12:00:00"),
        ("returned", "资金科室审核 工业贸易科 退回 2020-09-18 11:00:00 资金来源有误"),
        ("returned", "采购办审核 政府采购监督管理办公室 审核不通过 2020-09-18 12:00:00 请补充提交材料"),
        ("recorded", "备案确认 系统 已备案 2020-09-18 12:00:01"),
        ("in_mall", "推送网上商城 系统 推送成功 2020-09-18 12:00:02"),
        ("saved", "新增 张三 待提交 2020-09-18 10:00:00"),
        ("saved", "保存 张三 未提交 2020-09-18 10:00:00"),
        ("submitted", "待资金科室审核"),
        ("submitted", "资金科室审核 工业贸易科 待审核"),
        ("submitted", "资金科室审核 审核中"),
        ("office_review", "待采购办审核"),
        ("office_review", "备案确认 政府采购监督管理办公室 待确认"),
        ("recorded", "推送网上商城 系统 待推送"),
        ("unknown", "推送网上商城 系统 未成功 2020-09-18 12:00:02"),
        ("office_review", "采购办审核 政府采购监督管理办公室 未审核"),
        ("returned", "资金科室审核 工业贸易科 未同意 2020-09-18 11:00:00"),
        ("unknown", "资金科室审核 工业贸易科 待补充材料"),
        ("unknown", "推送网上商城 系统 推送失败 2020-09-18 12:00:02"),
        ("unknown", "撤回 张三 已撤回 2020-09-18 12:00:02"),
        ("unknown", "转办 李四 已转办 2020-09-18 12:00:02 退回"),
    ],
)
def test_lines_of_the_log_are_sorted_by_their_first_words(portal: PortalSite, stage: str, line: str) -> None:
    assert portal.stage_of(line) == stage


def test_an_own_profile_says_only_what_differs(write: Write, tmp_path: Path) -> None:
    write(
        "sites/staging.yaml",
        """\
        extends: real
        both: {ignore_tls: true}
        provincial:
          base_url: https://staging.example/x/
          synonyms: {账户: [登录账号]}
          messages:
            - {kind: done, pattern: 计划名称不能为空}
        mall: {login: manual}
        """.replace("        ", ""),
    )
    site, real = load_site("staging", tmp_path), load_site("real")
    assert site.name == site.mall.name == "staging"
    assert site.provincial.base_url == "https://staging.example/x"
    assert site.provincial.entry == real.provincial.entry
    assert site.provincial.synonyms == {**real.provincial.synonyms, "账户": ("登录账号",)}
    assert (site.provincial.kind_of("计划名称不能为空"), site.mall.kind_of("计划名称不能为空")) == ("done", "refused")
    assert site.provincial.kind_of("提交成功") == "done"
    assert (site.mall.login, site.provincial.login) == ("manual", "password")
    assert site.provincial.ignore_tls
    assert site.mall.ignore_tls
    assert site.mall.log == real.mall.log


def test_an_own_profile_may_take_a_shipped_name_and_extend_it(write: Write, tmp_path: Path) -> None:
    write("sites/real.yaml", "extends: real\nmall: {pause_seconds: 9}\n")
    assert load_site("real", tmp_path).mall.pause_seconds == 9
    assert load_site("real").mall.pause_seconds == 3
    assert known_sites(tmp_path) == ["real", "sandbox"]


def test_an_unknown_profile_lists_those_that_exist(write: Write, tmp_path: Path) -> None:
    write("sites/mine.yaml", "extends: reel\n")
    (problem,) = problems_of("mine", tmp_path)
    assert (problem.code, problem.file, problem.line, problem.params["known"]) == (
        "site_unknown",
        "sites/mine.yaml",
        1,
        ["mine", "real", "sandbox"],
    )
    assert problems_of("../real", tmp_path)[0].code == "site_unknown"


def test_profiles_that_extend_each_other_end(write: Write, tmp_path: Path) -> None:
    write("sites/a.yaml", "extends: b\n")
    write("sites/b.yaml", "extends: a\n")
    assert [p.code for p in problems_of("a", tmp_path)] == ["site_unknown"]


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ("messages: [{kind: done, pattern: '(成功'}]", "pattern_form", "mall.messages[1].pattern"),
        ("messages: [{kind: done, pattern: '.*'}]", "pattern_matches_all", "mall.messages[1].pattern"),
        ("messages: [{kind: good, pattern: 成功}]", "not_one_of", "mall.messages[1].kind"),
        ("log: [{stage: pushed, pattern: 推送}]", "not_one_of", "mall.log[1].stage"),
        ("base_url: www.example.com", "base_url_form", "mall.base_url"),
        ("base_url: http://me:secret@example.com", "base_url_form", "mall.base_url"),
        ("entry: wssc/index.html", "entry_form", "mall.entry"),
        ("login: captcha", "not_one_of", "mall.login"),
        ("wait_second: 3", "unknown_key", "mall.wait_second"),
        ("wait_seconds: 0", "too_small", "mall.wait_seconds"),
        ("ignore_tls: 可能", "not_true_or_false", "mall.ignore_tls"),
    ],
)
def test_a_bad_profile_is_reported_at_its_line(write: Write, tmp_path: Path, line: str, code: str, field: str) -> None:
    write("sites/mine.yaml", f"extends: sandbox\nmall:\n  {line}\n")
    (problem,) = problems_of("mine", tmp_path)
    assert (problem.code, problem.file, problem.line, problem.field) == (code, "sites/mine.yaml", 3, field)


def test_a_profile_from_nothing_must_name_its_addresses(write: Write, tmp_path: Path) -> None:
    write("sites/mine.yaml", "provincial: {base_url: 'http://a'}\n")
    assert [(p.code, p.field) for p in problems_of("mine", tmp_path)] == [("field_missing", "mall")]


def test_tables_that_do_not_exist_are_reported(write: Write, tmp_path: Path) -> None:
    write("sites/mine.yaml", "extends: sandbox\ncatalogues: [law]\n")
    assert problems_of("mine", tmp_path)[0].code == "table_unknown"


def test_one_address_never_replaces_two_hosts(tmp_path: Path) -> None:
    assert problems_of("real", tmp_path, site_url="http://127.0.0.1:1")[0].code == "site_url_two_hosts"
    assert problems_of("sandbox", tmp_path, site_url="localhost")[0].code == "base_url_form"


def test_the_real_profile_says_what_nobody_could_verify() -> None:
    text = (Path(__file__).parents[2] / "configs/sites/real.yaml").read_text("utf-8")
    assert re.search(r"nobody could verify", text, re.IGNORECASE)


def test_what_is_normal_in_a_portals_requests_can_be_said(tmp_path: Path, write: Write) -> None:
    write(
        "sites/mine.yaml",
        "extends: real\nmall: {witness: {unread: normal, amounts: either, whole: false, unseen: [联系电话]}}\n",
    )
    site = load_site("mine", tmp_path)
    assert terms_of(site.mall).witness == terms.WitnessTerms(
        unread_is_normal=True, either_unit=True, in_steps=True, unseen=("联系电话",)
    )
    assert terms_of(site.provincial).witness == terms.WitnessTerms()


def test_a_word_that_the_witness_does_not_know_is_refused(tmp_path: Path, write: Write) -> None:
    write("sites/mine.yaml", "extends: real\nmall: {witness: {unread: yes}}\n")
    assert problems_of("mine", tmp_path)[0].field == "mall.witness.unread"
