// What every gallery's page of a review shows: a plan that was submitted, returned, and submitted again.

const ALL = [
  { at: "2020-09-18 10:30:05", step: "提交", who: "王敏", result: "提交成功", opinion: "", back: false },
  { at: "2020-09-19 09:00:00", step: "资金科室审核", who: "张三", result: "退回", opinion: "资金来源有误，请核实", back: true },
  { at: "2020-09-19 15:20:41", step: "提交", who: "王敏", result: "提交成功", opinion: "", back: false },
  { at: "2020-09-21 08:10:00", step: "资金科室审核", who: "张三", result: "审核通过", opinion: "", back: false },
];

/** The first of them only, where the address says how many. */
export const lines = ALL.slice(0, Number(new URLSearchParams(location.search).get("lines") || ALL.length));
