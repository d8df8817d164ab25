// Two lists: who could come, and who is asked to.
const EXPERTS = ["张敏", "李强", "王芳", "赵磊", "陈静"];

function fillLists() {
  const already = window.opener.document.planForm.experts.value.split("、");
  for (const name of EXPERTS) document.peopleForm[already.includes(name) ? "chosen" : "offered"].add(new Option(name, name));
}

function move(from, to, all) {
  const { [from]: source, [to]: target } = document.peopleForm;
  for (const option of [...source.options]) {
    if (!all && !option.selected) continue;
    option.selected = false;
    target.add(option);
  }
}

function take() {
  window.opener.expertsChosen([...document.peopleForm.chosen.options].map((option) => option.text));
  window.close();
}
