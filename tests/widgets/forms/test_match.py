"""The assignment: best as a whole, never a guess."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from bots.errors import FieldAmbiguous, FieldMissing
from bots.terms import Terms
from bots.widgets.control import Control, Word
from bots.widgets.match import Scores, Wish, assignment, match
from bots.widgets.words import name_of

TERMS = Terms(base_url="", synonyms={"预算内国有资本运营金额": ("预算内国有资本经营金额",)})


def control(index: int, *words: tuple[str, int]) -> Control:
    return Control(index, "text", tuple(Word(text, name_of(text), "cell-left", sure) for text, sure in words), "")


def wish(*labels: str, strict: bool = True, exacting: frozenset[str] = frozenset()) -> Wish:
    return Wish(labels, TERMS, "provincial/计划", strict=strict, exacting=exacting)


def test_the_whole_decides_where_each_alone_would_not() -> None:
    both, one = control(0, ("业务科室(资金科室)", 90)), control(1, ("业务科室", 90))

    assert match(wish("资金科室", "业务科室"), [both, one]) == {"资金科室": both, "业务科室": one}
    assert match(wish("业务科室"), [both, one]) == {"业务科室": one}


def test_the_assignment_is_the_best_there_is() -> None:
    dice = Random(612001)  # noqa: S311 - a repeatable sample, no secret
    for _ in range(200):
        rows, columns = dice.randint(1, 5), dice.randint(1, 6)
        scores: Scores = {
            row: {at: dice.choice([0.75, 0.9, 0.98, 1.0]) for at in range(columns) if dice.random() < 0.6}
            for row in range(rows)
        }
        found = assignment(scores)
        places = [*range(columns), *[-1] * rows]  # -1: stays without a control
        best = max(
            sum(scores[row].get(at, 0) for row, at in enumerate(order)) for order in set(permutations(places, rows))
        )
        assert len(set(found.values())) == len(found)
        assert sum(scores[row][at] for row, at in found.items()) == pytest.approx(best)


def test_a_twin_that_is_switched_off_steps_back_but_never_for_a_lesser_likeness() -> None:
    off = replace(control(0, ("账户", 90)), disabled=True)
    alive, other = control(1, ("账户：", 90)), control(2, ("业务科室(资金科室)", 90))
    assert match(wish("账户"), [off, alive]) == {"账户": alive}
    gone = replace(control(3, ("资金科室", 90)), disabled=True)
    assert match(wish("资金科室"), [gone, other]) == {"资金科室": gone}


def test_two_fields_of_one_name_are_never_chosen_between() -> None:
    with pytest.raises(FieldAmbiguous) as stop:
        match(wish("计划名称"), [control(0, ("计划名称*", 100)), control(1, ("计划名称：", 62))])

    assert stop.value.params["label"] == "计划名称"
    assert stop.value.params["where"] == "provincial/计划"
    assert stop.value.params["candidates"] == ["计划名称* [text]", "计划名称： [text]"]


def test_all_missing_labels_are_named_with_what_is_there_the_likest_first() -> None:
    with pytest.raises(FieldMissing) as stop:
        match(
            wish("计划名称", "采购方法", "传真"),
            [control(0, ("计划名称", 90)), control(1, ("单价", 90)), control(2, ("采购方式*", 90))],
        )

    assert stop.value.params["label"] == "采购方法、传真"
    assert stop.value.params["candidates"] == ["采购方式*", "单价"]


def test_a_synonym_of_the_site_finds_the_field_but_the_manuals_word_goes_before() -> None:
    other, own = control(0, ("预算内国有资本经营金额(万元)", 90)), control(1, ("预算内国有资本运营金额(万元)", 90))

    assert match(wish("预算内国有资本运营金额"), [other])["预算内国有资本运营金额"] is other
    assert match(wish("预算内国有资本运营金额"), [other, own])["预算内国有资本运营金额"] is own


def test_a_part_of_a_label_is_enough_only_when_it_may_be() -> None:
    field = control(0, ("采购目录范围", 90))

    with pytest.raises(FieldMissing):
        match(wish("采购目录"), [field])
    assert match(wish("采购目录", strict=False), [field])["采购目录"] is field


def test_an_amount_is_never_put_where_only_a_hint_names_it() -> None:
    hinted = control(0, ("请输入单价", 45))
    hinted = Control(0, "text", (Word("请输入单价", name_of("请输入单价", prompt=True), "placeholder", 45),), "")

    assert match(wish("单价"), [hinted])["单价"] is hinted
    with pytest.raises(FieldMissing):
        match(wish("单价", exacting=frozenset({"单价"})), [hinted])


def test_the_lesser_words_of_a_field_do_not_compete_with_anothers_best() -> None:
    price, count = control(0, ("单价(万元)", 90)), control(1, ("数量", 90), ("单价(万元)", 70))

    assert match(wish("单价"), [price, count])["单价"] is price
