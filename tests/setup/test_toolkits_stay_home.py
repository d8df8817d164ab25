"""A toolkit's class names stand in its own module, and a portal's ids nowhere."""

import re

from tests.setup.test_promises_of_the_house import ROOT, files

MODULES = sorted((ROOT / "bots" / "widgets" / "toolkits").glob("*.js"))
IN_SELECTORS = re.compile(r"\.([A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9-_]+)+)")
ID_SELECTOR = re.compile(r"""["'`](?:[^"'`\n]*[\s>,])?#[a-zA-Z][\w-]*[^"'`\n]*["'`]""")


def class_names() -> set[str]:
    """Every hyphenated class that a module selects by: `el-form-item__label`, `l-btn-text`."""
    strings = (text for module in MODULES for text in re.findall(r'"[^"\n]*"|`[^`]*`', module.read_text("utf-8")))
    return {name for text in strings for name in IN_SELECTORS.findall(text)}


def test_no_toolkits_class_is_named_outside_its_module() -> None:
    names = class_names()
    word = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?![\w-])")
    named = [
        f"{path.relative_to(ROOT)}: {found[1]}"
        for path in files(".py", ".js")
        if path.relative_to(ROOT).parts[0] in ("bots", "flows", "configs") and path not in MODULES
        for found in word.finditer(path.read_text("utf-8"))
    ]

    assert len(names) > 50
    assert named == []


def test_nothing_is_found_by_an_id() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files(".py", ".js")
        if path.relative_to(ROOT).parts[0] in ("bots", "flows")
        for line in path.read_text("utf-8").splitlines()
        if ID_SELECTOR.search(line) or 'getElementById("' in line
    ]

    assert found == []
