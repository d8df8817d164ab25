"""The words of drift: other names that an operator's site file knows, and things that only look as if meant."""

SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {  # portal → the manual's word → what a release may call it instead
    "provincial": {
        "账户": ("账号", "用户名", "登录名"),
        "行政区划": ("区划", "地区"),
        "计划名称": ("采购计划名称", "项目名称"),
        "业务年度": ("预算年度",),
        "业务科室(资金科室)": ("业务处室", "归口科室"),
        "采购类型": ("采购类别", "项目类型"),
        "代理机构": ("采购代理机构",),
        "传真号码": ("传真",),
        "计量单位": ("单位",),
        "联系电话": ("联系人电话",),
        "规格要求": ("规格型号及要求",),
    },
    "mall": {
        "地区": ("行政区划", "区划"),
        "用户名": ("账号", "账户", "登录名"),
        "计划单名称": ("采购计划单名称", "项目名称"),
        "业务年度": ("预算年度",),
        "预算品目": ("采购品目",),
        "计量单位": ("单位",),
        "联系电话": ("联系人电话",),
    },
}

# Fields that nobody asked for: (label, kind). Each shares words with a field that is meant, and none of them is one.
DECOYS: dict[str, tuple[tuple[str, str], ...]] = {
    "login": (("站内检索", "text"), ("推荐人账户名", "text")),
    "plan": (
        ("经办人备注", "text"), ("内部编号", "text"), ("上年度计划名称", "text"), ("原采购方式", "choice"),
        ("采购方式说明", "text"), ("预算调整金额(万元)", "number"), ("审核意见", "area"), ("联系人邮箱", "text"),
        ("备用联系电话", "text"), ("批复日期", "date"), ("采购计划提前采购日期说明", "text"),
    ),
    "detail": (
        ("参考单价(万元)", "number"), ("库存数量", "number"), ("辅助计量单位说明", "text"), ("品目说明", "text"),
        ("上年度采购目录", "choice"), ("质保期(月)", "number"),
    ),
    "sheet": (
        ("历史成交单价(元)", "number"), ("已购数量", "number"), ("收货联系人", "text"), ("备用联系电话", "text"),
        ("内部编号", "text"), ("经办人备注", "area"), ("期望送达日期", "date"),
    ),
    "query": (("内部编号", "text"), ("制单人", "text"), ("计划金额下限", "text")),
}  # fmt: skip
CHOICES = ("A类", "B类", "C类")

COLUMNS = (("drift_maker", "制单人"), ("drift_code", "内部编号"), ("drift_last", "上年度金额"), ("drift_flag", "预警"))
EXTRA = {"drift_maker": "孙志强", "drift_code": "NB{:05d}", "drift_last": "{}.000000", "drift_flag": "正常"}
BUTTONS: dict[str, tuple[str, ...]] = {
    "toolbar": ("提交意见", "批量提交", "明细导出", "日志导出", "增加附件", "修改记录", "删除附件", "打印"),
    "form": ("保存草稿", "暂存", "提交意见", "保存并新增", "确认并打印"),
    "login": ("CA登录", "扫码登录"),
}
MENU = ("采购计划维护说明", "历史采购计划", "计划单管理说明", "计划备案指南")
