"""What lies in the shop window: nothing of it can be bought."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Good:
    """A drawn article with an invented price in 元."""

    picture: str
    name: str
    price: str
    shops: int


@dataclass(frozen=True)
class Floor:
    """A shelf of the front page."""

    title: str
    goods: tuple[Good, ...]


CLASSES = (
    ("计算机设备", ("台式机", "笔记本", "服务器")),
    ("办公设备", ("打印机", "复印机", "一体机")),
    ("办公家具", ("办公桌", "办公椅", "文件柜")),
    ("办公用品", ("复印纸", "硒鼓", "文具")),
    ("电器设备", ("空调", "电视", "冰箱")),
    ("车辆服务", ("维修", "保险", "加油")),
    ("印刷服务", ("票据", "文件", "证书")),
)
BULLETINS = (
    "关于启用网上商城自建计划单功能的通知",
    "关于调整定点采购供应商名录的公告",
    "网上超市商品价格监测月报",
    "关于规范采购计划备案推送的说明",
    "网上商城采购人操作手册（2021版）",
)
FLOORS = (
    Floor("办公设备", (
        Good("desktop", "国产台式计算机 八核 16G内存 512G固态 23.8英寸显示器", "4,980.00", 12),
        Good("laptop", "国产便携式计算机 14英寸 轻薄商务 三年上门", "5,690.00", 9),
        Good("printer", "A4黑白激光打印机 自动双面 有线网络", "1,380.00", 21),
        Good("copier", "A3黑白数码复印机 双纸盒 输稿器", "12,800.00", 7),
        Good("aircon", "壁挂式空调机 1.5匹 新一级能效 变频", "3,199.00", 16),
    )),
    Floor("办公家具与用品", (
        Good("desk", "钢木办公桌 1400×700×760 带三抽活动柜", "860.00", 18),
        Good("chair", "人体工学办公椅 网布 可升降扶手", "465.00", 23),
        Good("paper", "A4复印纸 70克 500张/包 8包/箱", "138.00", 35),
        Good("desk", "实木会议桌 3600×1500 可定制", "5,200.00", 6),
        Good("chair", "会议培训椅 带写字板 可折叠", "198.00", 14),
    )),
)  # fmt: skip
