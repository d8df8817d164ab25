"""Dated tables by region, as their YAML files hold them: the 集中采购目录 and the 限额标准."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from configs.plans.values import Day, ItemCode, Price
from configs.problems import BadValueError

GoodsKind = Literal["货物", "服务", "工程"]


def _region(code: str) -> str:
    if len(code) != 6 or not code.isascii() or not code.isdigit():  # noqa: PLR2004 - GB/T 2260 codes have six digits
        raise BadValueError("region_form", value=code)
    return code


RegionCode = Annotated[str, AfterValidator(_region)]


class Dated(BaseModel):
    """A row that holds in some regions, from one day to another (both included)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    regions: Annotated[tuple[RegionCode, ...], Field(min_length=1)]
    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    source: Annotated[str, Field(min_length=1)]  # where an auditor finds it: title, number, paragraph

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise BadValueError("dates_reversed", first=str(self.first), last=str(self.last))
        return self

    def holds(self, region: str, on: date) -> bool:
        """Tell whether the row speaks of a region on a day."""
        return region in self.regions and self.first <= on <= self.last

    def overlaps(self, other: "Dated") -> bool:
        """Tell whether both rows speak of one region on one day."""
        return bool(set(self.regions) & set(other.regions)) and self.first <= other.last and other.first <= self.last


class CatalogueTable(Dated):
    """集中采购目录: a code that begins with one of `items` is inside; every other code is outside."""

    items: Annotated[dict[ItemCode, str], Field(min_length=1)]


class LimitRow(Dated):
    """限额标准 of one kind of purchase, in 元."""

    kind: GoodsKind
    limit: Price


class TableFile(BaseModel):
    """One file of catalogues/."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    catalogues: tuple[CatalogueTable, ...] = ()
    limits: tuple[LimitRow, ...] = ()


class RegionFile(BaseModel):
    """The shipped table of region names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regions: dict[RegionCode, str]
    wider: dict[RegionCode, str] = Field(default_factory=dict)
