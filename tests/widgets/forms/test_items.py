"""An entry of a catalogue is known by code and name, and by what leads to it; one that leads elsewhere is another."""

import pytest

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.items import Item, choose_item, shows

BRANCHES = [(f"{group}/{branch}",) for group in ("A_货物", "B_工程") for branch in ("分散采购", "集中采购目录")]


def test_a_branch_below_two_groups_is_that_of_the_code_which_is_looked_for_in_it() -> None:
    branch = Item("集中采购目录", holds="A02010105")
    assert choose_item(branch, BRANCHES, label="采购目录", where="明细") == 1
    assert shows(branch, "A_货物/集中采购目录")
    assert not shows(branch, "B_工程/集中采购目录")


def test_without_a_code_it_is_not_chosen_between_them() -> None:
    with pytest.raises(FieldAmbiguous):
        choose_item(Item("集中采购目录"), BRANCHES, label="采购目录", where="明细")
    with pytest.raises(OptionNotOffered):
        choose_item(Item("定点采购", holds="A02"), BRANCHES, label="采购目录", where="明细")
