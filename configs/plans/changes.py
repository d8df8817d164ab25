"""What an edit of a plan has changed, by the labels of its fields."""

from configs.plans.fields import FIELDS, shown
from configs.plans.model import Plan


def changed_labels(before: Plan, after: Plan) -> list[str]:
    """The labels of all fields in which two plans differ: `计划名称`, `明细.数量`, `其他.联系人`."""
    known = [field.path for field in FIELDS if field.value_in(before) != field.value_in(after)]
    pairs = (("other.", before.other, after.other), ("detail.other.", before.detail.other, after.detail.other))
    others = [
        f"{group}{label}"
        for group, old, new in pairs
        for label in dict.fromkeys([*old, *new])
        if old.get(label) != new.get(label)
    ]
    return [shown(path) for path in (*known, *others)]
