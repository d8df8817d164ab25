"""What fades where nobody watches is over at once; what is there to be read for a while stays for its while."""

import pytest

from bots.provincial.detail_form import DetailForm
from bots.widgets.buttons import press, press_any
from tests.widgets.screens.conftest import Show
from tests.widgets.screens.test_writes import POST, save

FADES = """<style>
#box{position:fixed;left:200px;top:100px;width:300px;height:90px;z-index:9;background:#fff;opacity:0;
 transform:translateY(-80px);transition:opacity .45s,transform .45s}
#box.in{opacity:1;transform:none}
@keyframes life{0%,100%{opacity:0}20%,80%{opacity:1}}
.toast{position:fixed;top:20px;left:40%;z-index:99;background:#eee;animation:life .8s both}
</style><script>
let begun;
function open_(){begun=performance.now();box.classList.add('in');
 box.ontransitionend=()=>{box.ontransitionend=null;document.title=performance.now()-begun}}
function toast(text){const one=document.createElement('div');one.className='toast';one.textContent=text;
 one.onanimationend=()=>{one.remove();document.title=performance.now()-begun};begun=performance.now();
 document.body.append(one)}
</script>"""


async def test_what_fades_is_there_at_once_and_the_page_hears_of_it(show: Show) -> None:
    site = await show(f"{FADES}<button onclick=open_()>增加</button><div id=box></div>")
    await press(site.screen, "增加")
    await site.page.wait_for_function("() => Number(document.title) > 0", timeout=5000)
    assert float(await site.page.title()) < 400  # written to take 450


async def test_a_message_that_lives_by_an_animation_lives_its_time_and_is_heard(show: Show) -> None:
    site = await show(
        f"{FADES}<button onclick=\"{POST}.then(() => toast('保存成功！'))\">保 存</button>", {"/save": {}}
    )
    assert (await save(site)).kind == "done"
    await site.page.wait_for_function("() => Number(document.title) > 0", timeout=5000)
    assert float(await site.page.title()) > 700


async def test_a_window_that_closes_by_itself_under_the_hand_was_not_pressed(show: Show) -> None:
    gone = "parent.document.querySelector('#box').remove()"  # by a timer it may come after the press
    within = f"<button id=it>关闭</button><script>it.scrollIntoViewIfNeeded = () => {gone}</script>"
    place = "position:fixed;left:9px;top:9px;width:300px;height:200px;z-index:9"
    site = await show(f"<div id=box role=dialog style='{place}'><iframe src=/in></iframe></div>", {"/in": within})
    assert not await press_any(site.screen, ["关闭"], await site.screen.spots())
    assert await site.page.locator("#box").count() == 0


async def test_what_lay_under_a_window_that_closed_by_itself_is_not_left_in_its_stead(show: Show) -> None:
    place = "position:fixed;left:9px;top:9px;width:300px;height:200px;z-index:"
    outer = f"<div id=outer role=dialog style='{place}8'>明细<button onclick=outer.remove()>关闭</button></div>"
    inner = f"<div id=inner role=dialog style='{place}9'>填写<input><button>关闭</button></div>"
    site = await show(outer + inner)
    seen = await site.screen.spots()
    await site.page.evaluate("() => inner.remove()")
    assert not await press_any(site.screen, ["关闭"], seen)
    assert await site.page.locator("#outer").count() == 1


async def test_a_frame_in_a_window_that_has_faded_is_not_in_view(show: Show) -> None:
    place = "position:fixed;left:9px;top:9px;width:300px;height:200px;z-index:9"
    site = await show(
        f"<p>采购计划</p><div id=box style='{place}'><iframe src=/in></iframe></div>", {"/in": "明细<input>"}
    )
    assert len(await site.screen.spots()) == 2
    await site.page.evaluate("() => { box.style.opacity = 0; }")
    assert len(await site.screen.spots()) == 1


async def test_a_form_that_goes_by_itself_leaves_the_page_that_it_came_from_alone(show: Show) -> None:
    labels = "".join(f"<p><label>{word}<input></label></p>" for word in DetailForm.purpose.concepts)
    back = "<button onclick=\"document.title = '返回'\">返回</button>"
    site = await show(f"{back}<iframe id=it src=/in width=400 height=300></iframe>", {"/in": labels})

    async def home() -> None:
        pytest.fail("the page was loaded anew")

    form = await DetailForm.arrived(site.screen, "test/明细", home)
    await site.page.evaluate("() => void setTimeout(() => it.remove(), 900)")
    await form.close()
    assert await site.page.title() == ""
