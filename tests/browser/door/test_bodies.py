"""Whatever a portal's page sends is read: every value under its key."""

import base64
import json
from urllib.parse import quote

import pytest

from bots.browser.door.bodies import Body, Outgoing, read

FORM = "application/x-www-form-urlencoded"
NAME = "台式计算机"
PARTS = (("name", NAME), ("price", "0.5"))


def sent(content: str | bytes, content_type: str = FORM, url: str = "http://portal/save") -> Body:
    raw = content if isinstance(content, bytes) else content.encode()
    return read(Outgoing("POST", url, content_type, raw))


def values(body: Body) -> dict[str, str]:
    return {leaf.key: leaf.texts[0] for leaf in body.leaves}


def gbk(text: str) -> str:
    return quote(text.encode("gbk"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f"name={quote(NAME)}&price=0.5", FORM),
        (f"name={gbk(NAME)}&price=0.5", FORM),
        (f"name={gbk(NAME)}&price=0.5", f"{FORM}; charset=GBK"),
        (f"name={quote(quote(NAME))}&price=0.5", FORM),
        ("name=%25u53F0%25u5F0F%25u8BA1%25u7B97%25u673A&price=0.5", FORM),
        (json.dumps({"name": NAME, "price": 0.5}), "application/json;charset=UTF-8"),
        (json.dumps({"name": NAME, "price": 0.5}).encode("gbk"), "application/json"),
        (json.dumps({"name": NAME, "price": 0.5}, ensure_ascii=False).encode("gbk"), "text/plain"),
        (f'<r><name>{NAME}</name><price u="1">0.5</price></r>', "text/xml"),
        (f"name=string:{quote(NAME)}\nprice=number:0.5\n", "text/plain"),
        (
            "\r\n".join(f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}' for key, value in PARTS)
            + "\r\n--x--\r\n",
            "multipart/form-data; boundary=x",
        ),
    ],
    ids=["utf-8", "gbk", "gbk-said", "twice", "escape", "json", "json-escaped", "json-gbk", "xml", "dwr", "multipart"],
)
def test_one_form_is_read_alike_however_it_is_packed(content: str | bytes, kind: str) -> None:
    body = sent(content, kind)
    found = {leaf.key: leaf.texts for leaf in body.leaves}
    assert set(found) == {"name", "price"}
    assert NAME in found["name"]
    assert found["price"] == ("0.5",)
    assert not body.opaque


def test_what_is_nested_has_the_whole_way_as_its_key() -> None:
    inner = json.dumps([{"price": 0.50, "hot": True, "note": None}])
    body = sent(json.dumps({"plan": {"name": NAME, "details": inner}}), "application/json")
    assert values(body) == {
        "plan.name": NAME,
        "plan.details[0].price": "0.5",
        "plan.details[0].hot": "true",
        "plan.details[0].note": "",
    }


@pytest.mark.parametrize(
    "packed",
    [
        json.dumps({"name": NAME}),
        base64.b64encode(json.dumps({"name": NAME}).encode()).decode(),
        f"name={quote(NAME)}&x=1",
    ],
    ids=["json", "base64", "serialized"],
)
def test_a_form_in_a_field_of_a_form_is_taken_apart(packed: str) -> None:
    assert NAME in values(sent(f"op=add&data={quote(packed, safe='')}"))["data.name"]


def test_the_query_speaks_too() -> None:
    assert values(sent("", url=f"http://portal/save.do?name={gbk(NAME)}&id=7")) == {"name": NAME, "id": "7"}


@pytest.mark.parametrize("content", [b"\x8f\x00\x01\xff\xfe", b"U2FsdGVkX1" * 9, f"data={'3f9a' * 20}".encode(), None])
def test_what_cannot_be_read_is_told(content: bytes | None) -> None:
    assert read(Outgoing("POST", "http://portal/save", "application/octet-stream", content)).opaque


def test_an_empty_body_is_no_secret() -> None:
    assert read(Outgoing("POST", "http://portal/save")) == Body()
