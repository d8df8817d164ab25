"""Money and quantities as the store keeps them: whole 分 and hundredths, shown in 万元 or 元 without a float."""

from decimal import Decimal, InvalidOperation

FEN_A_YUAN = 100
FEN_A_WAN = 1_000_000  # 1 万元 = 10 000 元 = 1 000 000 分: six decimals of 万元 are exact
QUANTITY_UNIT = 100
TOO_MUCH = 10**9


class NotAnAmount(ValueError):
    """A text that is no number, or has more decimals than the portal keeps."""


def parse(text: str, unit: int) -> int:
    """Read the number in `text` as whole units (分 a 元, 分 a 万元, hundredths); raises NotAnAmount."""
    try:
        number = Decimal(text.strip().replace(",", ""))
    except InvalidOperation as error:
        raise NotAnAmount(text) from error
    if not number.is_finite() or abs(number) >= TOO_MUCH or number * unit % 1:
        raise NotAnAmount(text)
    return int(number * unit)


def wan(fen: int, places: int = 6) -> str:
    """分 as 万元 with fixed decimals, as the grids show it: 35.000000."""
    return f"{Decimal(fen) / FEN_A_WAN:.{places}f}"


def wan_short(fen: int) -> str:
    """分 as 万元 the way a Java form prints a double: 35.0, 0.123456."""
    whole, decimals = wan(fen).split(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"


def yuan(fen: int) -> str:
    """分 as 元 with two decimals: 350000.00."""
    return f"{Decimal(fen) / FEN_A_YUAN:.2f}"


def quantity(hundredths: int) -> str:
    """Print a quantity with two decimals: 10.00."""
    return f"{Decimal(hundredths) / QUANTITY_UNIT:.2f}"


def cost(price_fen: int, hundredths: int) -> int:
    """Price by quantity in 分, rounded half up as a portal's script does."""
    return (price_fen * hundredths + QUANTITY_UNIT // 2) // QUANTITY_UNIT
