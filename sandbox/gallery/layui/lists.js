/* What the selects offer: constants, a list that comes at the first opening, and one that hangs on another's choice. */
const METHODS = [
  "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购", "竞争性磋商",
  "网上超市", "中央部门集采", "工程代建",
];
const ITEMS = Array.from({ length: 600 }, (_, at) => `A${String(at + 1).padStart(5, "0")} 品目${at + 1}`);

function select(field) {
  return layui.$(`select[name=${field}]`);
}

function offer(field, texts) {
  const options = texts.map((text, at) => new Option(text, String(at + 1).padStart(3, "0")));
  const prompt = select(field).find("option[value='']").get(0);
  select(field).empty().append(prompt, options);
  layui.form.render(select(field));
}

async function fillSelects() {
  offer("method", METHODS);
  offer("item", ITEMS);
  offer("agency", await ask("agencies"));
}

/* The widget is drawn anew when its options are, so an open list is opened again. */
function loadOfficesWhenOpened() {
  const block = select("office").parent();
  block.one("click", ".layui-select-title", async () => {
    const texts = await ask("offices");
    const open = block.find(".layui-form-selected").length > 0;
    offer("office", texts);
    if (open) block.find(".layui-select-title").trigger("click");
  });
}

async function fillCounties() {
  const city = plan.city;
  plan.county = "";
  select("county").prop("disabled", true);
  offer("county", []);
  if (!city) return;
  const texts = await ask("counties", { city });
  if (plan.city !== city) return;
  select("county").prop("disabled", false);
  offer("county", texts);
}
