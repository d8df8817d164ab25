"""The same fields, drawn in the ways that back offices place a label and its star."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Style = Callable[["Field"], str]


@dataclass(frozen=True)
class Field:
    """A label and its control's HTML; `many`: the control is a group."""

    label: str
    html: str
    many: bool = False

    @property
    def id(self) -> str:
        return f"f{sum(map(ord, self.label))}"

    @property
    def with_id(self) -> str:
        """The control with the id that a `<label for>` points at."""
        tag, rest = self.html.split(" ", 1) if " " in self.html.split(">", 1)[0] else self.html.split(">", 1)
        glue = " " if " " in self.html.split(">", 1)[0] else ">"
        return f"{tag} id={self.id}{glue}{rest}"


CALENDAR = """onclick="window.opened = (window.opened || 0) + 1; openCalendar(this)" """
FIELDS = (
    Field("计划名称", "<input name=planName maxlength=30>"),
    Field(
        "业务年度",
        "<select name=year><option value=''>请选择</option><option>2020</option><option>2021</option></select>",
    ),
    Field(
        "业务科室(资金科室)",
        "<select name=office><option value='0'>--请选择--</option><option value=1>011_工业贸易科"
        "</option><option value=2>012_教科文科</option></select>",
    ),
    Field(
        "是否科研项目",
        "<input type=radio name=research value=1>是 <input type=radio name=research value=0>否",
        many=True,
    ),
    Field(
        "资金来源",
        "<input type=checkbox name=fund value=a>财政拨款 <input type=checkbox name=fund value=b>自筹 "
        "<input type=checkbox name=fund value=c>其他资金",
        many=True,
    ),
    Field("已公示", "<input type=checkbox name=shown value=1>"),
    Field("预算内一般预算金额(万元)", "<input name=general value='0.000000'>"),
    Field("预算单价(元)", "<input name=price>"),
    Field("计划采购日期", "<input name=start value='2020-01-01'>"),
    Field("计划实施截止日期", f"<input name=end readonly {CALENDAR}>"),
    Field("备注", "<textarea name=remark rows=2></textarea>"),
)


def _row(label: str, control: str) -> str:
    return f"<tr><td>{label}</td><td>{control}</td></tr>"


def _cells_left(field: Field) -> str:
    return _row(field.label, field.html)


def _star_before(field: Field) -> str:
    return _row(f"<span style='color:red'>*</span>{field.label}：", field.html)


def _star_after(field: Field) -> str:
    return _row(f"{field.label}<font color=red> *</font>", field.html)


def _spaced_out(field: Field) -> str:
    name, *unit = field.label.split("(")
    spaced = "\u3000".join(name[:2]) + "&nbsp;" + " ".join(name[2:])
    return _row(f"{spaced}{'（' + unit[0][:-1] + '）' if unit else ''}&nbsp;： ", field.html)


def _star_cell(field: Field) -> str:
    return f"<tr><td>{field.label}</td><td></td><td><font color=red>*</font></td><td>{field.html}</td></tr>"


def _star_behind(field: Field) -> str:
    return _row(field.label, f"{field.html} <font color=red>*</font>")


def _nested(field: Field) -> str:
    return _row(f"<nobr><b>{field.label}</b></nobr>", f"<table><tr><td>{field.html}</td></tr></table>")


def _one_cell(field: Field) -> str:
    return f"<tr><td colspan=2>{field.label}：{field.html}</td></tr>"


def _th(field: Field) -> str:
    return f"<tr><th scope=row><div><span>{field.label}</span></div></th><td>{field.html}</td></tr>"


def _label_for(field: Field) -> str:
    if field.many:
        return f"<fieldset><legend>{field.label}</legend>{field.html}</fieldset>"
    return f"<p>{field.with_id}</p><p><label for={field.id}>{field.label}</label></p>"


def _wrapped(field: Field) -> str:
    if field.many:
        return f"<div role=group aria-label='{field.label}'>{field.html}</div>"
    return f"<p><label><i>{field.label}</i> {field.html}</label></p>"


def _blocks(field: Field) -> str:
    return f"<div class=item><div class='lab required'>{field.label}</div><div class=put>{field.html}</div></div>"


def _terms(field: Field) -> str:
    return f"<dl><dt>{field.label}</dt><dd>{field.html}</dd></dl>"


def _labelled_by(field: Field) -> str:
    group = f"role=group aria-labelledby={field.id}" if field.many else ""
    html = field.html if field.many else field.html.replace("<", "<@", 1)
    for tag in ("input", "select", "textarea"):
        html = html.replace(f"<@{tag}", f"<{tag} aria-labelledby={field.id}")
    return f"<section><div {group}><div>{html}</div></div><hr><b id={field.id}>{field.label}</b></section>"


def _table(style: Style) -> Callable[[], str]:
    return lambda: f"<table border=1>{''.join(style(field) for field in FIELDS)}</table>"


def _plain(style: Style) -> Callable[[], str]:
    return lambda: "".join(style(field) for field in FIELDS)


def _three_a_row() -> str:
    cells = [f"<td class=lab>{f.label}*</td><td>{f.html}</td>" for f in FIELDS]
    rows = ["".join(cells[at : at + 3]) for at in range(0, len(cells), 3)]
    return (
        f"<table border=1><tr><td colspan=6>采购计划信息</td></tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    )


def _header_row() -> str:
    """Labels in the row above, as in an editable grid of one row."""
    heads = "".join(f"<td>{field.label}*</td>" for field in FIELDS)
    return f"<table border=1><tr>{heads}</tr><tr>{''.join(f'<td>{f.html}</td>' for f in FIELDS)}</tr></table>"


def _eye_left() -> str:
    """Nothing but places: every label and control is put somewhere by coordinates, in another order."""
    labels = "".join(
        f"<span style='position:absolute;left:{20 + at % 2 * 500}px;top:{20 + at // 2 * 60}px'>{f.label}</span>"
        for at, f in enumerate(FIELDS)
    )
    controls = [
        f"<div style='position:absolute;left:{220 + at % 2 * 500}px;top:{18 + at // 2 * 60}px'>{f.html}</div>"
        for at, f in enumerate(FIELDS)
    ]
    return labels + "".join(reversed(controls))


def _eye_above() -> str:
    labels = "".join(
        f"<span style='position:absolute;left:{20 + at % 3 * 400}px;top:{20 + at // 3 * 90}px'>{f.label}</span>"
        for at, f in enumerate(FIELDS)
    )
    controls = [
        f"<div style='position:absolute;left:{20 + at % 3 * 400}px;top:{42 + at // 3 * 90}px'>{f.html}</div>"
        for at, f in enumerate(FIELDS)
    ]
    return labels + "".join(reversed(controls))


STYLES: Mapping[str, Callable[[], str]] = {
    "cell left": _table(_cells_left),
    "star before": _table(_star_before),
    "star after": _table(_star_after),
    "spaced out": _table(_spaced_out),
    "star cell": _table(_star_cell),
    "star behind": _table(_star_behind),
    "nested table": _table(_nested),
    "one cell": _table(_one_cell),
    "row header": _table(_th),
    "three a row": _three_a_row,
    "header row": _header_row,
    "label for": _plain(_label_for),
    "wrapping label": _plain(_wrapped),
    "blocks": _plain(_blocks),
    "terms": _plain(_terms),
    "labelled by": _plain(_labelled_by),
    "eye left": _eye_left,
    "eye above": _eye_above,
}
