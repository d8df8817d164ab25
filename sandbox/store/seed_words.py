"""What other people buy: the raw material of the seed."""

from typing import NamedTuple


class Purchase(NamedTuple):
    """A kind of project, with the bounds of its price (元) and its quantity."""

    name: str
    item_code: str
    category: str
    cheapest: int
    dearest: int
    most: int


PURCHASES = (
    Purchase("台式计算机采购项目", "A02010105", "货物", 3800, 6200, 80),
    Purchase("打印机采购项目", "A02021003", "货物", 900, 2600, 30),
    Purchase("便携式计算机采购项目", "A02010108", "货物", 4800, 8200, 25),
    Purchase("办公家具采购项目", "A05010201", "货物", 650, 2400, 60),
    Purchase("会议室办公椅采购", "A05010301", "货物", 260, 900, 120),
    Purchase("复印纸采购项目", "A05040101", "货物", 110, 190, 300),
    Purchase("空调机采购项目", "A02061804", "货物", 2600, 9800, 40),
    Purchase("多功能一体机采购项目", "A020204", "货物", 1800, 5600, 12),
    Purchase("教室投影仪采购", "A020202", "货物", 3200, 12800, 24),
    Purchase("复印机更新项目", "A02020100", "货物", 9800, 28000, 6),
    Purchase("服务器扩容项目", "A02010104", "货物", 42000, 98000, 5),
    Purchase("物业管理服务项目", "C21040000", "服务", 180000, 960000, 1),
    Purchase("宣传材料印刷服务", "C23090100", "服务", 12000, 88000, 1),
    Purchase("公务车辆维修和保养服务", "C23120301", "服务", 26000, 150000, 1),
)

OPINIONS = (
    "预算科目填写有误，请核对后重新提交", "采购方式与限额标准不符，请调整",
    "请补充规格要求", "单价超出资产配置标准，请说明",
)  # fmt: skip
AGREED = ("同意", "同意上报", "资金来源已核实", "符合规定，同意")
REMARKS = ("", "", "", "更新年限已到", "新增人员配置", "急需，请尽快审核")
