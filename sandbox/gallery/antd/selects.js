// Drop-downs whose options come from the server: at once, when first opened, or level by level.

import { ask, asOptions, h, useEffect, useState } from "./base.js";
import { children, grown } from "./items.js";

const { Cascader, Form, Select, Spin, TreeSelect } = window.antd;
const CHOOSE = { placeholder: "请选择" };

/** A select that is searched by typing. */
export function AgencySelect(props) {
  const [agencies, setAgencies] = useState([]);
  useEffect(() => { ask("agencies").then(setAgencies); }, []);
  return h(Select, { ...CHOOSE, allowClear: true, showSearch: true, optionFilterProp: "label", ...props, options: asOptions(agencies) });
}

/** A select that knows no option until somebody opens it. */
export function OfficeSelect(props) {
  const [offices, setOffices] = useState(null);
  const [loading, setLoading] = useState(false);
  const onOpenChange = async (open) => {
    if (!open || offices || loading) return;
    setLoading(true);
    setOffices(await ask("offices"));
    setLoading(false);
  };
  const notFoundContent = loading ? h(Spin, { size: "small" }) : undefined;
  return h(Select, { ...CHOOSE, ...props, loading, notFoundContent, onOpenChange, options: asOptions(offices || []) });
}

/** A select that hangs on another field, and is of no use before that one is chosen. */
export function CountySelect(props) {
  const form = Form.useFormInstance();
  const city = Form.useWatch("city", form);
  const [counties, setCounties] = useState([]);
  useEffect(() => {
    let current = true;
    setCounties([]);
    if (city) ask("counties", { city }).then((found) => { if (current) setCounties(found); });
    return () => { current = false; };
  }, [city]);
  return h(Select, { ...CHOOSE, ...props, disabled: !city, options: asOptions(counties) });
}

const branch = (text, under) => ({ label: text, value: text, isLeaf: false, ...(under && { children: under }) });

/** Province and cities are known; a city's counties are fetched. */
export function RegionCascader(props) {
  const [options, setOptions] = useState([branch("山东省", [branch("聊城市"), branch("德州市")])]);
  const loadData = async (path) => {
    const city = path[path.length - 1];
    if (city.children) return; // asked for known branches too
    city.loading = true;
    setOptions((old) => [...old]);
    const found = await ask("counties", { city: city.value });
    city.loading = false;
    city.children = asOptions(found).map((one) => ({ ...one, isLeaf: true }));
    setOptions((old) => [...old]);
  };
  return h(Cascader, { ...CHOOSE, ...props, options, loadData });
}

/** A tree in a drop-down; only its leaves can be chosen. */
export function ItemTreeSelect(props) {
  const [nodes, setNodes] = useState([]);
  useEffect(() => { children("").then(setNodes); }, []);
  const loadData = async (node) => {
    const under = await children(node.code);
    setNodes((old) => grown(old, node.code, under));
  };
  return h(TreeSelect, { ...CHOOSE, ...props, treeData: nodes, loadData });
}
