"""A ledger with a history that nobody had to live through."""

import json
from pathlib import Path

from bots.errors import RefusedByPortal, WrongPassword
from configs.plans.model import Plan
from flows.evidence import evidence_folder
from flows.ledger import Filing, Ledger
from flows.ledger.runs import begin_run, finish_run
from flows.stages import Hold, Stage, Until

RUN = "20260101-080000-000-file"
NUMBER = "37142461200120200015"
OPINION = "单价超出标准 <b>请说明</b>"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5ab5b3f10000000049454e44ae426082"
)


def a_plan(ref: str, name: str = "台式计算机采购项目", route: str = "provincial") -> Plan:
    """A plan with every kind of value."""
    return Plan.model_validate({
        "ref": ref, "account": "linnan", "route": route, "name": name, "method": "网上超市",
        "purchase_date": "2020-09-18", "deadline": "2020-09-30", "fund_office": "工业贸易科", "kind": "货物",
        "research": "否", "international": "否", "imported": "否", "ppp": "否", "agency": "德州市政府采购中心",
        "funds": {"general": "30万元", "self_raised": "5万元"},
        "detail": {"catalogue": "集中采购目录", "item_name": "台式计算机", "item_code": "A02010105",
                   "unit_price": "5000元", "quantity": "70", "unit": "台"},
        "other": {"联系人": "张<三>"},
    })  # fmt: skip


def register(ledger: Ledger, ref: str, name: str = "台式计算机采购项目") -> Filing:
    """A filing that has just begun."""
    return ledger.register(
        a_plan(ref, name),
        source="plans/office.yaml:14",
        lane="linnan@provincial",
        route="provincial",
        why="in_catalogue",
        site="sandbox",
        until=Until.SUBMITTED,
        run_id=RUN,
    )


def fabricate(state_dir: Path) -> list[Filing]:
    """Four filings: in the mall, returned, refused, shut out; with evidence for the first."""
    ledger = Ledger(state_dir / "yuncai.sqlite")
    done, returned, refused, shut = (register(ledger, f"filed-00{n}", f"计划{n}") for n in range(1, 5))
    begin_run(ledger, RUN, "file", "sandbox", [f.ref for f in (done, returned, refused, shut)])
    done = ledger.own(done, NUMBER, "created")
    done = ledger.advance(done, Stage.SUBMITTED, said="提交 张建国 提交成功")
    done = ledger.advance(done, Stage.IN_MALL, sheet_number="JHD2020371424000001")
    returned = ledger.advance(ledger.own(returned, "37142461200120200016", "adopted"), Stage.RETURNED, opinion=OPINION)
    refused = ledger.hold(refused, Hold.REFUSED, RefusedByPortal(during="save", text="计划名称不能为空"))
    shut = ledger.hold(shut, Hold.NEEDS_HUMAN, WrongPassword(user="371424612001002", text="用户名或密码错误"))
    finish_run(ledger, RUN, "attention")
    ledger.close()
    leave_evidence(state_dir, done)
    return [done, returned, refused, shut]


def leave_evidence(state_dir: Path, filing: Filing) -> Path:
    """Pictures, events and hashes, as the flows leave them."""
    folder = evidence_folder(state_dir / "evidence", filing.ref)
    folder.mkdir(parents=True)
    names = ("填好的计划表", "保存后的计划表", "保存后的明细", "审核日志", "提交后的计划", "审核日志", "出错时的页面")
    for number, name in enumerate(names, start=1):
        (folder / f"{number:02d}-{name}.png").write_bytes(PIXEL + bytes([number]))
    event = {"time": "2026-01-01T08:00:01+08:00", "path": "p", "action": "said", "data": {"text": "保存成功！"}}
    (folder / "events.jsonl").write_text(json.dumps(event, ensure_ascii=False) + '\n{"torn', "utf-8")
    (folder / "SHA256SUMS").write_text(f"{'ab' * 32}  01-填好的计划表.png\n", "utf-8")
    return folder
