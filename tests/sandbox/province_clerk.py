"""A buyer's handler who talks to the provincial portal over HTTP: as its pages do (GBK), or a skin's scripts (JSON)."""

import json
import re
from html import unescape
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from sandbox.provincial.layout import codes
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS, Field
from sandbox.store.people import ACCOUNTS, PASSWORD

USER = "371424612001002"
PLAN = {
    "name": "台式计算机采购项目", "year": "2020", "month": "9月", "office": "工业贸易科", "method": "网上超市",
    "purchase_date": "2020-09-18", "deadline": "2020-09-18", "category": "其他", "research": "否",
    "international": "否", "import_allowed": "否", "import_approval": "", "award_approval": "", "ppp": "否",
    "general_budget": "35", "government_fund": "0.0", "state_capital": "0.0", "fiscal_account": "0.0",
    "self_raised": "0.0", "agency": "聊城市采购中心", "fax": "7518008", "contact": "张建国", "phone": "13800000000",
    "remark": "第一行\r\n第二行",
}  # fmt: skip
DETAIL = {
    "catalogue": "集中采购目录", "purchase_name": "台式计算机", "item_code": "A02010105", "item_name": "台式计算机",
    "price": "0.5", "quantity": "70", "measure": "台", "amount": "35.000000", "spec": "i5，8G",
}  # fmt: skip


class Clerk:
    """One browser's worth of cookies."""

    draws = True  # the server answers with whole pages

    def __init__(self, url: str, user: str = USER) -> None:
        self.base, self.user = url.rstrip("/"), user
        self._open = build_opener(HTTPCookieProcessor(CookieJar()))

    def raw(self, path: str, form: dict[str, str] | None = None) -> tuple[str, bytes]:
        """Content type and bytes; raises HTTPError, or OSError when the connection is cut."""
        data = None if form is None else urlencode(form, encoding="gbk", errors="xmlcharrefreplace").encode()
        request = Request(f"{self.base}/sdgp/{path}", data)  # noqa: S310  the sandbox's own address
        with self._open.open(request, timeout=10) as answer:
            return answer.headers["Content-Type"], answer.read()

    def ask(self, path: str, form: dict[str, str] | None = None) -> str:
        kind, body = self.raw(path, form)
        return body.decode("utf-8" if "utf-8" in kind.lower() else "gbk")  # a skin's own pages are UTF-8

    def login(self, **changes: str) -> str:
        region = ACCOUNTS[self.user].unit.region if self.user in ACCOUNTS else "371500"
        form = {"role": "1", "user": self.user, "password": PASSWORD, "region": region}
        return self.ask("login.do", form | changes)

    def save_plan(self, plan_id: str = "", **changes: str) -> str:
        return self.ask("plan/save.do", {"planId": plan_id, **_coded(PLAN_FIELDS, PLAN | changes)})

    def save_detail(self, plan_id: str, *, op: str = "add", **changes: str) -> str:
        form = _coded(DETAIL_FIELDS, DETAIL | changes)
        return self.ask("detail/save.do", {"planId": plan_id, "op": op, **form})

    def submit(self, plan_id: str) -> str:
        return self.ask("plan/submit.do", {"planId": plan_id})

    def newest(self) -> str:
        """The id behind the first checkbox of the list."""
        return self.ids()[0]

    def ids(self, **query: str) -> list[str]:
        return ids(self.ask("plan/list.do", query or None))

    def file(self, **changes: str) -> str:
        """A plan with its detail, submitted; answers with its id."""
        assert said(self.save_plan(**changes)) == "保存成功！"
        plan_id = self.newest()
        assert said(self.save_detail(plan_id)) == "保存成功！"
        assert said(self.submit(plan_id)) == "提交成功！"
        return plan_id


class Scripted(Clerk):
    """The same requests as the scripts of a skin send them: JSON to the same paths under /sdgp/api/."""

    draws = False

    def raw(self, path: str, form: dict[str, str] | None = None) -> tuple[str, bytes]:
        data = None if form is None else json.dumps(form).encode()
        request = Request(f"{self.base}/sdgp/api/{path}", data)  # noqa: S310  the sandbox's own address
        with self._open.open(request, timeout=10) as answer:
            return answer.headers["Content-Type"], answer.read()

    def ask(self, path: str, form: dict[str, str] | None = None) -> str:
        return self.raw(path, form)[1].decode()

    def ids(self, **query: str) -> list[str]:
        page = json.loads(self.ask(f"plan/list.do?{urlencode(query)}"))["page"]
        return [row["id"] for row in page["list"]]


def said(answer: str) -> str:
    """What the page alerts, or the words of a script's answer."""
    if answer.startswith("{"):
        return str(json.loads(answer)["msg"])
    return _alerted(answer)


def _alerted(html: str) -> str:
    found = re.search(r'^(?:alert|if \(confirm)\("(.*?)"\)', html, re.MULTILINE)
    return str(json.loads(f'"{found[1]}"')) if found else ""


def ids(html: str) -> list[str]:
    return re.findall(r'name="ids" value="(\d+)"', html)


def rows(html: str) -> list[list[str]]:
    """The grid's rows as text, the header first."""
    grid = html.partition('<table class="grid"')[2].partition("</table>")[0]
    return [
        [unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<t[dh].*?>(.*?)</t[dh]>", row)]
        for row in re.findall(r"<tr.*?>(.*?)</tr>", grid, re.DOTALL)
    ]


def _coded(fields: tuple[Field, ...], texts: dict[str, str]) -> dict[str, str]:
    by_column = {field.column: field for field in fields}
    posted = {}
    for column, text in texts.items():
        field = by_column.get(column)
        options = {option: code for code, option in codes(field).items()} if field and field.kind == "choice" else {}
        posted[column] = options.get(text, text)
    return posted
