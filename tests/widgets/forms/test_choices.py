"""Radio buttons and check boxes: which words belong to which button is decided for the whole group, or not at all."""

import pytest

from bots.errors import FieldNotAccepted
from tests.widgets.forms.conftest import Draw

ROW = "<table><tr><td>采购类型：</td><td>{}</td></tr></table>"
ONE = "<input type=radio name=kind value={}>"
A, B, C = (ONE.format(value) for value in "ABC")
CHOSEN = "() => [...document.querySelectorAll('input:checked')].map(el => el.value).join()"


@pytest.mark.parametrize(
    "html",
    [
        ROW.format(f"{A}货物 {B}工程 {C}服务"),
        ROW.format(f"货物{A} 工程{B} 服务{C}"),
        ROW.format(f"货物{A}&nbsp;&nbsp;工程{B}&nbsp;&nbsp;服务{C}&nbsp;（必选其一）"),
        f"<div>采购类型：货物{A} 工程{B} 服务{C}</div>",
        f"<div>采购类型：{A}货物 {B}工程 {C}服务 *</div>",
        ROW.format("".join(f"<label>{name}{one}</label> " for name, one in (("货物", A), ("工程", B), ("服务", C)))),
        # labels whose `for` leads nowhere, or all to the first: it is their place that tells
        ROW.format(
            "".join(f"<label for=no>{name}</label> {one} " for name, one in (("货物", A), ("工程", B), ("服务", C)))
        ),
        ROW.format(
            "".join(
                f"<label for={target}>{name}</label> <input type=radio name=kind id=same value={value}> "
                for name, value, target in (("货物", "A", "x"), ("工程", "B", "y"), ("服务", "C", "same"))
            )
        ),
    ],
)
async def test_the_words_of_a_choice_may_stand_on_either_side_of_it(draw: Draw, html: str) -> None:
    form = await draw(html)

    await form.fill({"采购类型": "工程"})

    assert await form.frame.evaluate(CHOSEN) == "B"
    assert await form.read(["采购类型"]) == {"采购类型": "工程"}


@pytest.mark.parametrize(
    "html",
    [
        ROW.format(f"货物{A} {B}工程"),
        ROW.format(f"货物{A} 工程 {B}服务 {C}"),
        ROW.format("<label for=b>货物</label><input type=radio name=k id=a value=A> <label for=a>工程</label>"
                   "<input type=radio name=k id=b value=B> 服务"),
    ],
)  # fmt: skip
async def test_words_that_may_belong_to_either_button_tick_none(draw: Draw, html: str) -> None:
    form = await draw(html)

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"采购类型": "工程"})

    assert stop.value.params["reason"] == "choices_unclear"
    assert await form.frame.evaluate(CHOSEN) == ""


async def test_choices_without_names_belong_together_and_their_labels_are_pressed(draw: Draw) -> None:
    members = (
        f"<label data-kind={kind}><input type=radio>{name}</label> " for kind, name in (("A", "货物"), ("B", "工程"))
    )
    form = await draw(
        "<style>input{display:none}</style><div>采购类型</div><div id=group>"
        + "".join(members)
        + "</div><script>group.addEventListener('click', event => { const one = event.target.closest('label');"
        " if (one) { window.kept = one.dataset.kind; group.querySelectorAll('input').forEach(el =>"
        " { el.checked = one.contains(el); }); } })</script>"
    )  # fmt: skip

    await form.fill({"采购类型": "工程"})

    assert await form.frame.evaluate("window.kept") == "B"
