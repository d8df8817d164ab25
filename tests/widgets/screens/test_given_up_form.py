"""A form that its portal gives up while it is filled is no page that nobody understands."""

import pytest

from bots.errors import BotError, FieldMissing, PortalDown, SessionExpired
from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose
from tests.widgets.screens.conftest import Show

TOAST = """
  const box = document.createElement('div');
  box.style = 'position:fixed;top:20px;left:40%;z-index:9999;background:#eee';
  box.textContent = WORDS; document.body.append(box); setTimeout(() => box.remove(), 250);
"""


def a_form_that_goes(words: str) -> str:
    """As soon as anything is typed; what is asked of the server takes a moment longer."""
    told = TOAST.replace("WORDS", repr(words)) if words else ""
    return f"""<div id=form><label>计划名称<input oninput="go()"></label><label>数量<input></label></div><script>
    function go() {{ document.getElementById('form').remove(); fetch('/options').finally(() => {{ {told} }}); }}
    </script>"""


class PlanForm(FormPage):
    """Two fields."""

    purpose = Purpose(("计划名称", "数量"))


async def nowhere() -> None:
    """There is no list that it came from."""


@pytest.mark.parametrize(
    ("words", "error"),
    [("登录超时，请重新登录", SessionExpired), ("系统繁忙，请稍后再试", PortalDown), ("", FieldMissing)],
)
async def test_the_portals_own_words_say_why_a_form_has_gone(show: Show, words: str, error: type[BotError]) -> None:
    site = await show(a_form_that_goes(words), {"/options": {}})
    form = await PlanForm.arrived(site.screen, "test/计划", nowhere)
    with pytest.raises(error):
        await form.fill({"计划名称": "办公桌", "数量": "3"})
