"""Items that can be bought (品目): the 2022 edition, and of the older one what does not clash with it."""

from dataclasses import dataclass

CENTRAL = "集中采购目录"
SCATTERED = "分散采购"


@dataclass(frozen=True)
class Item:
    """A leaf of the tree; shown as `A05010201 办公桌`."""

    code: str
    name: str
    catalogue: str
    measure: str
    parent: str

    @property
    def title(self) -> str:
        """Code and name as pickers and drop-downs show them."""
        return f"{self.code} {self.name}"


@dataclass(frozen=True)
class Category:
    """A branch of the tree."""

    code: str
    name: str
    parent: str

    @property
    def title(self) -> str:
        """Code and name as the tree shows them."""
        return f"{self.code} {self.name}"


CATEGORIES = (
    Category("A", "货物", ""),
    Category("C", "服务", ""),
    Category("A02", "设备", "A"),
    Category("A05", "家具和用具", "A"),
    Category("A06", "家具用具（2013版）", "A"),
    Category("A09", "办公消耗用品及类似物品（2013版）", "A"),
    Category("A0201", "信息化设备", "A02"),
    Category("A0202", "办公设备", "A02"),
    Category("A0206", "电气设备", "A02"),
    Category("A0501", "家具", "A05"),
    Category("A0504", "办公用品", "A05"),
    Category("C21", "房地产服务", "C"),
    Category("C23", "商务服务", "C"),
)

ITEMS = (
    Item("A02010104", "服务器", CENTRAL, "台", "A0201"),
    Item("A02010105", "台式计算机", CENTRAL, "台", "A0201"),
    Item("A02010108", "便携式计算机", CENTRAL, "台", "A0201"),
    Item("A0201060102", "激光打印机", CENTRAL, "台", "A0201"),
    Item("A02020100", "复印机", CENTRAL, "台", "A0202"),
    Item("A020201", "复印机", CENTRAL, "台", "A0202"),
    Item("A020202", "投影仪", CENTRAL, "台", "A0202"),
    Item("A020204", "多功能一体机", CENTRAL, "台", "A0202"),
    Item("A02021003", "A4黑白打印机", CENTRAL, "台", "A0202"),
    Item("A0206180203", "空调机", CENTRAL, "台", "A0206"),
    Item("A02061804", "空调机", CENTRAL, "台", "A0206"),
    Item("A05010201", "办公桌", SCATTERED, "张", "A0501"),
    Item("A05010301", "办公椅", SCATTERED, "把", "A0501"),
    Item("A05040101", "复印纸", SCATTERED, "箱", "A0504"),
    Item("A060205", "木制台、桌类", SCATTERED, "张", "A06"),
    Item("A090101", "复印纸", SCATTERED, "箱", "A09"),
    Item("C21040000", "物业管理服务", CENTRAL, "项", "C21"),
    Item("C23090100", "印刷服务", SCATTERED, "项", "C23"),
    Item("C23120301", "车辆维修和保养服务", CENTRAL, "项", "C23"),
)

BY_CODE = {item.code: item for item in ITEMS}


def branches(parent: str) -> list[Category]:
    """Branches right under a branch; the root is ''."""
    return [category for category in CATEGORIES if category.parent == parent]


def leaves(parent: str) -> list[Item]:
    """Items right under a branch."""
    return [item for item in ITEMS if item.parent == parent]


def nodes(parent: str) -> list[dict[str, str | bool]]:
    """Everything right under a branch as a tree in a page asks for it: code, name, leaf."""
    found = [(one, False) for one in branches(parent)] + [(one, True) for one in leaves(parent)]
    return [{"code": one.code, "name": one.name, "leaf": leaf} for one, leaf in found]


def search(words: str) -> list[Item]:
    """Items whose code or name contains `words`."""
    return [item for item in ITEMS if words in item.code or words in item.name]


def scattered() -> list[Item]:
    """List what the mall's drop-down offers (manual, part two, note 2)."""
    return [item for item in ITEMS if item.catalogue == SCATTERED]
