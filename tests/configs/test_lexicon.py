"""The lexicon: one word means one concept on a screen, and words are tried in order of trust."""

import pytest
from pydantic import ValidationError

from bots.terms import Terms
from configs.lexicon import LexiconFile, load_lexicon
from flows.terms import lexicon_of

SCREEN = {"provincial": {"计划": {"计划名称": ["项目名称"], "采购方式": {"kind": "choice", "words": ["采购形式"]}}}}
REST = {"qualifiers": ["上年"], "both": {}, "mall": {}}


def test_the_shipped_lexicon_is_whole() -> None:
    shipped = load_lexicon()
    for portal in ("provincial", "mall"):
        for concepts in shipped.screens(portal).values():
            assert all(concept.words and name not in concept.words for name, concept in concepts.items())


def test_a_word_of_two_concepts_of_one_screen_is_refused() -> None:
    LexiconFile.model_validate(SCREEN | REST)
    twice = {"provincial": {"计划": {"计划名称": ["项目名称"], "采购项目": ["项目 名称"]}}}
    with pytest.raises(ValidationError, match="word_of_two_concepts"):
        LexiconFile.model_validate(twice | REST)


def test_the_manuals_word_goes_first_then_the_sites_then_those_of_other_portals() -> None:
    terms = Terms("", synonyms={"计划名称": ("申报名称",), "我的栏目": ("别名",)}, lexicon=lexicon_of("provincial"))
    words = terms.words_for("计划名称")
    assert words[:2] == ("计划名称", "申报名称")
    assert "项目名称" in words[2:]
    losses = dict(terms.ranked("计划名称"))
    assert losses["计划名称"] < losses["申报名称"] < losses["项目名称"]
    assert terms.words_for("我的栏目") == ("我的栏目", "别名")
    assert terms.words_for("安装要求") == ("安装要求",)


def test_the_two_portals_have_words_of_their_own() -> None:
    assert "计划名称" in lexicon_of("mall").words("计划单名称")
    assert lexicon_of("provincial").words("计划单名称") == ()
    assert lexicon_of("mall").words("保存") == lexicon_of("provincial").words("保存")
