// Messages that are windows: a dialog with a form, a second one on top of it, a side window, a notice at load.
"use strict";

function closing(id, word, more) {
  return { text: word, handler() { press(word); $(id).dialog("close"); if (more) more(); } };
}

function openSide() {
  $("#side").window({
    title: "备注", modal: true, collapsible: false, minimizable: false, maximizable: false, draggable: false, resizable: false,
    width: 320, height: $(window).height(), left: $(window).width() - 320, top: 0,
  }).window("open");
}

function noticeAtLoad() {
  $("#notice").dialog({
    title: "系统公告", width: 600, height: 320, modal: true, closable: false, closed: !/[?&]notice=1/.test(location.search),
    buttons: [closing("#notice", "我知道了")],
  });
}

Object.assign(RAISE, {
  "表单弹窗": () => $("#contact").dialog("open"),
  "弹窗套弹窗": () => { $("#contact").dialog("open"); $("#second").dialog("open"); },
  "抽屉": openSide,
});

$(() => {
  $("#contact").dialog({ title: "联系人", closed: true, modal: true, buttons: [closing("#contact", "保存"), closing("#contact", "取消")] });
  $("#second").dialog({ title: "选择部门", closed: true, modal: true, buttons: [closing("#second", "确定"), closing("#second", "取消")] });
  $("#side").window({ closed: true });
  $("#sideSave").linkbutton({ onClick() { press("保存"); $("#side").window("close"); } });
  noticeAtLoad();
});
