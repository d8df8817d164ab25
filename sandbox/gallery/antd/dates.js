// Dates with a time, within limits, of a month, and the two ends of a span.
import { h, mount } from "./base.js";

const { DatePicker, Form } = window.antd;
const day = window.dayjs;

function Dates() {
  const [form] = Form.useForm();
  const held = (name, shape) => form.getFieldValue(name)?.format(shape) || "";
  const end = (at) => form.getFieldValue("span")?.[at]?.format("YYYY-MM-DD") || "";
  window.gallery.kept = () => ({
    开标时间: held("open", "YYYY-MM-DD HH:mm:ss"), 截止时间: held("close", "YYYY-MM-DD HH:mm:ss"),
    实施日期: held("limited", "YYYY-MM-DD"), 需求月份: held("month", "YYYY-MM"), 开始日期: end(0), 结束日期: end(1),
  });
  const item = (label, name, control) => h(Form.Item, { label, name, key: name }, control);
  return h(Form, { form, labelCol: { span: 6 }, style: { width: 700 }, initialValues: { close: day("2020-09-01 17:00:00") } }, [
    item("开标时间", "open", h(DatePicker, { showTime: true })),
    item("截止时间", "close", h(DatePicker, { showTime: true, inputReadOnly: true })),
    item("实施日期", "limited", h(DatePicker, { disabledDate: (one) => one.isBefore(day("2020-10-01")) })),
    item("需求月份", "month", h(DatePicker, { picker: "month", inputReadOnly: true })),
    item("实施期限", "span", h(DatePicker.RangePicker, { placeholder: ["开始日期", "结束日期"] })),
  ]);
}

mount(Dates);
