"""采购人登录: who is let in, and in which words the others are not."""

from collections.abc import Iterator
from urllib.error import HTTPError

import pytest

from sandbox.server import RunningSandbox, start
from tests.sandbox.mall_buyer import USER, Buyer


@pytest.fixture(scope="module")
def mall() -> Iterator[RunningSandbox]:
    running = start()
    yield running
    running.stop()


@pytest.fixture
def buyer(mall: RunningSandbox) -> Buyer:
    mall.store.reset()
    return Buyer(mall)


def test_the_front_page_leads_to_the_login_and_greets_nobody(buyer: Buyer) -> None:
    page = buyer.send("/wssc/liaocheng/index.html")
    assert '<a href="/wssc/liaocheng/portal/login.html" class="strong">采购人登录</a>' in page
    assert "欢迎您" not in page
    assert "后台管理" not in page


def test_a_handler_is_let_in_and_led_to_the_back_office(buyer: Buyer) -> None:
    assert buyer.login()["code"] == 0
    assert "SPEPLUSJSESSIONID" in {cookie.name for cookie in buyer.cookies}
    page = buyer.send("/wssc/liaocheng/index.html")
    assert "欢迎您，聊城市教育和体育局" in page
    assert '<a href="/wssc/backend/" class="strong">后台管理</a>' in page
    assert "计划单管理" in buyer.send("/wssc/backend/")


def test_only_accounts_that_end_in_002_are_looked_at(buyer: Buyer) -> None:
    assert buyer.login("371500301001001") == {"code": 1, "msg": "请使用经办人账户（尾号002）登录"}


def test_the_region_must_be_the_accounts_own(buyer: Buyer) -> None:
    assert buyer.login(region="")["msg"] == "请选择地区"
    assert buyer.login(region="371502") == {"code": 1, "msg": "所选地区与账户不符"}
    assert not list(buyer.cookies)


def test_the_fifth_wrong_password_locks_the_account(buyer: Buyer) -> None:
    said = [buyer.login(password=f"wrong{n}")["msg"] for n in range(5)]
    assert said == ["用户名或密码错误"] * 4 + ["账号已锁定"]
    assert buyer.login()["msg"] == "账号已锁定"


def test_a_captcha_is_shown_and_demanded_while_it_is_armed(mall: RunningSandbox, buyer: Buyer) -> None:
    assert "验证码" not in buyer.send("/wssc/liaocheng/portal/login.html")
    mall.store.faults.arm("captcha", portal="mall")
    assert "验证码" in buyer.send("/wssc/liaocheng/portal/login.html")
    picture = buyer.send("/wssc/api/captcha.svg")
    shown = "".join(piece.split("</text>")[0][-1] for piece in picture.split("<text")[1:])
    assert buyer.login(captcha="") == {"code": 1, "msg": "验证码错误，请重新输入"}
    assert buyer.login(captcha=shown)["code"] == 0


def test_an_expired_password_is_told(mall: RunningSandbox, buyer: Buyer) -> None:
    mall.store.faults.arm("password_expired", portal="mall")
    assert buyer.login()["msg"] == "密码已过期，请修改密码后重新登录"


def test_a_stranger_is_sent_to_the_login_page(buyer: Buyer) -> None:
    with pytest.raises(HTTPError) as sent:
        buyer.send("/wssc/backend/")
    assert sent.value.headers["location"] == "/wssc/liaocheng/portal/login.html"
    assert buyer.ask("planSheet/list") == {"code": 401, "msg": "登录超时，请重新登录"}


def test_requests_without_the_sites_code_are_refused(buyer: Buyer) -> None:
    buyer.login()
    assert "站点参数错误" in buyer.send("/wssc/api/planSheet/list", site="jinan")


def test_after_logging_out_the_session_is_worth_nothing(buyer: Buyer) -> None:
    buyer.login()
    kept = {cookie.value for cookie in buyer.cookies}
    buyer.post("logout")
    assert kept
    assert buyer.ask("planSheet/list")["code"] == 401
    assert USER not in buyer.send("/wssc/liaocheng/index.html")
