"""Manual 一(三)2, 3: the detail form behind 增加; 采购名称 comes from a catalogue, 金额 is computed. In 万元."""

from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose


class DetailForm(FormPage):
    """计划明细: one line of a plan."""

    purpose = Purpose(
        ("采购名称", "基准采购品目编码", "采购目录", "基准采购品目名称", "单价", "数量", "计量单位", "金额")
    )
