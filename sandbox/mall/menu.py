"""What the back office's menu leads to, and what a 计划单 may be waiting for."""

from sandbox.store.sheets import BUYING, FINISHED, WAITING

STATUSES = (WAITING, BUYING, FINISHED)
_BLANK = "/wssc/backend/pages/blank.html?title="
MENU = (
    ("采购管理", "▤", [(name, _BLANK + name) for name in ("网上超市订单", "定点采购订单", "批量集采订单")]),
    ("平台管理", "▦", [
        ("采购人信息", _BLANK + "采购人信息"),
        ("计划单管理", "/wssc/backend/pages/planSheets.html"),
        ("收货地址管理", _BLANK + "收货地址管理"),
    ]),
    ("合同管理", "▥", [(name, _BLANK + name) for name in ("合同列表", "履约验收")]),
    ("账户设置", "◉", [("基本资料", _BLANK + "基本资料")]),
)  # fmt: skip
