"""Regions, units and the handlers who file for them (all of them can enter both portals)."""

from dataclasses import dataclass

PASSWORD = "Sandbox#2021"  # noqa: S105  a toy's password, printed in its documentation

REGIONS = {
    "371500": "聊城市",
    "371502": "东昌府区",
    "371503": "茌平区",
    "371521": "阳谷县",
    "371522": "莘县",
    "371524": "东阿县",
    "371525": "冠县",
    "371526": "高唐县",
    "371581": "临清市",
    "371424": "临邑县",
}


@dataclass(frozen=True)
class Unit:
    """A 预算单位; some have an account that can log in, the others only have plans."""

    region: str
    code: str
    name: str
    handlers: tuple[str, ...]  # people who filed its older plans

    @property
    def title(self) -> str:
        """As the lists show it: 612001_临邑县临南镇人民政府."""
        return f"{self.code}_{self.name}"


@dataclass(frozen=True)
class Account:
    """A handler's login, the same on both portals."""

    user: str
    handler: str
    unit: Unit


UNITS = (
    Unit("371424", "612001", "临邑县临南镇人民政府", ("孙志强", "李秀英")),
    Unit("371500", "301001", "聊城市教育和体育局", ("王海燕", "赵国栋")),
    Unit("371500", "405001", "聊城市人民医院", ("刘春梅", "陈建华")),
    Unit("371502", "205001", "东昌府区财政局", ("杨立新", "周敏")),
    Unit("371526", "310001", "高唐县第一中学", ("吴桂兰", "徐明亮")),
    Unit("371581", "118001", "临清市公安局", ("马长河", "朱晓东")),
)

OTHER_UNITS = (
    Unit("371500", "101001", "聊城市人民政府办公室", ("郭文静",)),
    Unit("371500", "302004", "聊城市文化和旅游局", ("何永平",)),
    Unit("371503", "207001", "茌平区农业农村局", ("高凤霞",)),
    Unit("371521", "306002", "阳谷县实验中学", ("林树森",)),
    Unit("371522", "402001", "莘县中医医院", ("罗玉芹",)),
    Unit("371524", "109001", "东阿县司法局", ("梁振国",)),
    Unit("371525", "501003", "冠县交通运输局", ("宋爱民",)),
    Unit("371526", "204001", "高唐县自然资源和规划局", ("唐丽娜",)),
    Unit("371581", "303005", "临清市图书馆", ("许多福",)),
    Unit("371424", "308001", "临邑县第三中学", ("韩冬梅",)),
)

_HANDLERS = ("张建国", "于红梅", "曹志远", "冯雪莲", "董卫东", "程立军")

ACCOUNTS = {
    account.user: account
    for account in (
        Account(f"{unit.region}{unit.code}002", handler, unit) for unit, handler in zip(UNITS, _HANDLERS, strict=True)
    )
}


_NEWCOMERS: list[Unit] = []


def grow(count: int) -> list[Account]:
    """Let so many more units have an account, for a crowd; they stay for the life of the process."""
    for number in range(len(_NEWCOMERS) + 1, count + 1):
        unit = Unit("371500", f"{700000 + number}", f"聊城市第{number}中心小学", ())
        _NEWCOMERS.append(unit)
        account = Account(f"{unit.region}{unit.code}002", f"经办{number}", unit)
        ACCOUNTS[account.user] = account
    return [account for account in ACCOUNTS.values() if account.unit in _NEWCOMERS]


def unit_title(code: str) -> str:
    """Print the unit with `code` as lists show it."""
    return next(unit.title for unit in (*UNITS, *OTHER_UNITS, *_NEWCOMERS) if unit.code == code)
