"""The labels of the 计划单 form, and under which name each control is posted."""

LABELS = {
    "计划单编号": "number",
    "计划单名称": "name",
    "业务年度": "year",
    "采购方式": "method",
    "预算品目": "itemCode",
    "数量": "quantity",
    "计量单位": "measure",
    "预算单价(元)": "price",
    "预算金额(元)": "amount",
    "需求日期": "needDate",
    "联系人": "contact",
    "联系电话": "phone",
    "备注": "remark",
}
STARRED = (
    "计划单名称", "业务年度", "采购方式", "预算品目", "数量", "计量单位", "预算单价(元)", "预算金额(元)", "需求日期",
)  # fmt: skip


def word(label: str) -> str:
    """Take a label without its unit: 预算单价."""
    return label.split("(", 1)[0]


def same(label: str, given: str) -> bool:
    """Tell whether somebody who says `given` means `label`."""
    return given.strip(" *：:") in {label, word(label)}
