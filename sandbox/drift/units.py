"""An amount that a form asks for in 元 since its last release, where it used to be 万元."""

from decimal import Decimal, InvalidOperation

from sandbox.skins.describe import Json

YUAN_A_WAN = 10_000
WAN_DECIMALS, YUAN_DECIMALS = 6, 2
WAN = "(万元)"


def can_change(field: Json) -> bool:
    """Tell whether a field is an amount in 万元."""
    return field["kind"] == "number" and field.get("decimals") == WAN_DECIMALS and field["label"].endswith(WAN)


def in_yuan(field: Json) -> Json:
    """Ask for the same amount in 元."""
    bent = field | {"label": field["label"].removesuffix(WAN) + "(元)", "decimals": YUAN_DECIMALS}
    if "computed" in field:
        bent["computed"] = field["computed"] | {"decimals": YUAN_DECIMALS}
    return bent


def times(text: str, factor: Decimal) -> str:
    """Write an amount in the other unit; what is no number stays as it is."""
    try:
        return f"{(Decimal(text.replace(',', '')) * factor).normalize():f}"
    except InvalidOperation:
        return text
