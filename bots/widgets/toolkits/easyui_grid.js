// EasyUI's datagrid: what is frozen stands in a view of its own beside the rest; header, body and footer are tables apart.
//   .datagrid-view1 > .datagrid-header td[field=number], .datagrid-body tr[datagrid-row-index=0] td[field=number], .datagrid-footer …
//   .datagrid-view2 > .datagrid-header td[field=name],   .datagrid-body tr[datagrid-row-index=0] td[field=name]
toolkits.push({
  name: "easyui",
  grids: ".datagrid",
  bars: ".datagrid-toolbar",

  grid(el) {
    const views = viewsOf(el);
    const heads = views.flatMap(view => headCells(view));
    const fields = heads.map(cell => cell.getAttribute("field"));
    return { heads, rows: rowsIn(views, "body", fields), sums: rowsIn(views, "footer", fields) };
  },

  pager(el) {
    if (!el.matches(".datagrid")) return null;
    const bar = el.querySelector(":scope > .datagrid-wrap > .datagrid-pager");
    if (!bar) return { next: null };
    const next = bar.querySelector(".pagination-next")?.closest("a");
    const number = text => Number((text || "").match(/\d+/)?.[0]) || null;
    const total = number(bar.querySelector(".pagination-info")?.textContent.match(/共\s*\d+|of\s*\d+/)?.[0]);
    const size = number(bar.querySelector(".pagination-page-list")?.value);
    return {
      next: next && !next.matches(".l-btn-disabled") ? next : null,
      at: number(bar.querySelector(".pagination-num")?.value || bar.querySelector(".pagination-link.l-btn-selected")?.textContent),
      pages: total && size ? Math.ceil(total / size) : null,
      total,
    };
  },
});

function viewsOf(el) {
  const view = el.querySelector(".datagrid-view");
  return view ? [...view.children].filter(one => one.matches(".datagrid-view1, .datagrid-view2")) : [];
}

const part = (view, name) => [...view.children].find(one => one.matches(`.datagrid-${name}`));
const drawnCells = row => [...row.cells].filter(cell => cell.hasAttribute("field") && cell.checkVisibility());

// The leaves of the header, from left to right: a header in groups fills two or three rows.
function headCells(view) {
  const all = [...(part(view, "header")?.querySelectorAll("td[field]") || [])];
  const drawn = all.filter(cell => cell.checkVisibility());
  if (!drawn.length) return all; // a list without heads
  return drawn.sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
}

// A row is one row of each view, joined by its number (or its node, in a tree of rows).
function rowsIn(views, name, fields) {
  const joined = new Map();
  for (const view of views) {
    for (const row of part(view, name)?.querySelectorAll("tr.datagrid-row") || []) {
      if (!row.checkVisibility() || row.closest(".datagrid-view") !== view.parentElement) continue;
      const key = row.getAttribute("node-id") || row.getAttribute("datagrid-row-index");
      const known = joined.get(key) || joined.set(key, { el: row, byField: new Map() }).get(key);
      drawnCells(row).forEach(cell => known.byField.set(cell.getAttribute("field"), cell));
    }
  }
  return [...joined.values()].map(({ el, byField }) => ({ el, cells: fields.map(field => byField.get(field) || null) }));
}
