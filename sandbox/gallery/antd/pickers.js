// Fields that are filled in a dialog: an input that nobody types into, with a button beside it.

import { Fragment, h, pressed, useEffect, useState } from "./base.js";
import { children, grown } from "./items.js";

const { Button, Form, Input, Modal, Space, Transfer, Tree } = window.antd;
const EXPERTS = ["张敏", "李强", "王芳", "赵磊", "陈静"].map((name) => ({ key: name, title: name }));

function WithButton({ id, shown, onPress }) {
  return h(Space.Compact, { block: true },
    h(Input, { id, value: shown, readOnly: true, placeholder: "请点击选择" }),
    h(Button, { onClick: onPress }, "选择"));
}

function ItemDialog({ open, onClose, onChosen }) {
  const [nodes, setNodes] = useState([]);
  const [chosen, setChosen] = useState(null);
  useEffect(() => {
    setChosen(null);
    if (open && !nodes.length) children("").then(setNodes);
  }, [open]);
  const loadData = async (node) => {
    const under = await children(node.code);
    setNodes((old) => grown(old, node.code, under));
  };
  return h(Modal, {
    title: "选择采购品目", open, width: 640, onCancel: onClose, onOk: () => onChosen(chosen), okButtonProps: { disabled: !chosen },
  }, h(Tree, {
    blockNode: true, height: 320, treeData: nodes, loadData, selectedKeys: chosen ? [chosen.key] : [],
    onSelect: (_keys, { node, selected }) => setChosen(selected ? node : null),
  }));
}

/** 采购名称: the chosen leaf's name, and its code in the field of codes. */
export function ItemPicker({ id, value, onChange }) {
  const form = Form.useFormInstance();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const onChosen = (leaf) => {
    onChange(leaf.name);
    form.setFieldValue("itemCode", leaf.code);
    pressed("确定");
    close();
  };
  return h(Fragment, null,
    h(WithButton, { id, shown: value, onPress: () => setOpen(true) }),
    h(ItemDialog, { open, onClose: close, onChosen }));
}

/** 评审专家: names moved from the left list to the right one. */
export function ExpertPicker({ id, value = [], onChange }) {
  const [open, setOpen] = useState(false);
  const [right, setRight] = useState([]);
  const onPress = () => { setRight(value); setOpen(true); };
  const onOk = () => {
    onChange(EXPERTS.map((one) => one.key).filter((name) => right.includes(name)));
    pressed("确定");
    setOpen(false);
  };
  return h(Fragment, null,
    h(WithButton, { id, shown: value.join("、"), onPress }),
    h(Modal, { title: "选择评审专家", open, width: 600, onCancel: () => setOpen(false), onOk },
      h(Transfer, {
        dataSource: EXPERTS, targetKeys: right, titles: ["待选", "已选"], showSearch: true,
        render: (one) => one.title, onChange: (keys) => setRight(keys),
      })));
}
