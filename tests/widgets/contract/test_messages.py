"""Every way in which a toolkit speaks: heard, sorted, answered once; what covers the page is waited for or closed."""

import pytest

from bots.errors import RefusedByPortal, UnknownDialog
from bots.terms import PortalMessage
from bots.widgets.buttons import find, press, there
from bots.widgets.form import Form
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.writes import write
from tests.widgets.contract.conftest import Look, kept, missing, pressed, until_pressed

pytestmark = pytest.mark.thorough

INTO_THE_SECOND = {"element-plus": "选择单位", "antd": "打开第二层"}  # where the second dialog has a button of its own


@pytest.fixture
async def screen(look: Look) -> Screen:
    screen = await look("messages.html")
    assert screen
    return screen


async def written(screen: Screen, button: str) -> PortalMessage:
    return await write(screen, f"gallery/{button}", lambda: press(screen, button))


async def dialog(screen: Screen) -> Form:
    async def probe() -> Spot | None:  # while it slides in it is neither here nor gone
        return next((spot for spot in await screen.spots() if spot.boxed), None)

    spot = await screen.until(probe, lambda: missing("dialog"))
    return Form(spot.frame, screen.terms, path="gallery/dialog", trail=screen.trail, boxed=True)


@pytest.mark.parametrize("button", ["轻提示", "消息提示"])
async def test_a_success_is_heard_whether_it_goes_by_itself_or_has_to_be_closed(screen: Screen, button: str) -> None:
    assert (await written(screen, button)).kind == "done"

    await press(screen, "通知")  # nothing lies over the page any longer
    assert [name for name in await pressed(screen.page) if name not in ("确定", "取消")] == [button, "通知"]


@pytest.mark.parametrize("button", ["失败提示", "字段错误"])
async def test_a_refusal_is_told_in_its_own_words(screen: Screen, button: str) -> None:
    with pytest.raises(RefusedByPortal) as refused:
        await written(screen, button)

    if button == "失败提示":
        assert "计划名称不能为空" in str(refused.value.params["text"])


async def test_a_known_question_is_agreed_to_while_it_is_expected(screen: Screen) -> None:
    with screen.expecting_question():
        await press(screen, "已知询问")
        await until_pressed(screen, "确定")

    assert await pressed(screen.page) == ["已知询问", "确定"]


async def test_an_unknown_question_is_declined(screen: Screen) -> None:
    with pytest.raises(UnknownDialog) as stopped:
        await written(screen, "陌生询问")

    assert "关注名单" in str(stopped.value.params["text"])
    await screen.page.wait_for_function("gallery.pressed.length > 1")  # some toolkits tell it once the box has gone
    assert await pressed(screen.page) == ["陌生询问", "取消"]


async def test_a_notice_in_a_corner_is_in_nobodys_way(screen: Screen) -> None:
    await press(screen, "通知")
    await press(screen, "失败提示")

    assert await pressed(screen.page) == ["通知", "失败提示"]


async def test_a_form_in_a_dialog_is_filled_and_its_own_button_pressed(screen: Screen) -> None:
    await press(screen, "表单弹窗")
    await find(screen, "保存")
    wanted = {"联系人": "张三", "联系电话": "06350000000"}
    form = await dialog(screen)
    await form.fill(wanted)
    assert await form.differences(wanted) == []
    await press(screen, "保存")

    await until_pressed(screen, "保存")
    assert wanted.items() <= (await kept(screen.page)).items()


async def test_the_upper_one_of_two_dialogs_is_answered_first(toolkit: str, screen: Screen) -> None:
    await press(screen, "弹窗套弹窗")
    if button := INTO_THE_SECOND.get(toolkit):
        await press(screen, button)

    async def answered() -> bool | None:
        if await there(screen, "确定"):  # a form; a question has been answered by then
            await press(screen, "确定")
        return "确定" in await pressed(screen.page) or None

    with screen.expecting_question():
        await screen.until(answered, lambda: missing("确定"))
    assert "保存" not in await pressed(screen.page)


async def test_a_form_in_a_drawer_is_filled(screen: Screen) -> None:
    await press(screen, "抽屉")
    await find(screen, "保存")
    await (await dialog(screen)).fill({"备注": "急用"})
    await press(screen, "保存")

    await until_pressed(screen, "保存")
    assert (await kept(screen.page))["备注"] == "急用"


async def test_a_mask_over_the_page_is_waited_for(screen: Screen) -> None:
    await press(screen, "遮罩")
    await press(screen, "失败提示")

    assert await pressed(screen.page) == ["遮罩", "失败提示"]


async def test_what_lies_under_a_mask_is_pressed_when_it_has_gone(screen: Screen) -> None:
    await press(screen, "局部遮罩")
    await press(screen, "遮罩下的按钮")

    assert await pressed(screen.page) == ["局部遮罩", "遮罩下的按钮"]


async def test_a_notice_over_the_whole_page_is_closed_and_kept(look: Look, screen: Screen) -> None:
    await look("messages.html?notice=1")
    await press(screen, "失败提示")

    assert (await pressed(screen.page))[-1] == "失败提示"
    assert [message.kind for message in screen.talk.said][:1] == ["notice"]
