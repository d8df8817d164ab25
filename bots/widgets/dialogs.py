"""What a portal says during one action: native dialogs, DOM dialogs, toasts, words beside a field; sorted and kept."""

import re
from dataclasses import dataclass, field

from bots.terms import MessageKind, Patterns, PortalMessage

AGREE = ("确定", "确认", "是", "好的", "OK", "我知道了", "知道了", "关闭")
DECLINE = ("取消", "否", "关闭", "不", "返回")
CLOSE = ("关闭", "我知道了", "知道了", "确定", "确认", "好的", "OK")
FINAL: frozenset[MessageKind] = frozenset(
    {"done", "refused", "session_over", "busy", "wrong_password", "locked", "password_expired"}
)
ANNOUNCEMENT = re.compile(r"^\s*[【\[]?\S{0,6}?(公告|通告|通知)[】\]]?[\s：:!！]")
ASKS_PATIENCE = re.compile(r"请稍[候等后]|(加载|处理|提交|保存|查询|登录)中|loading", re.IGNORECASE)


@dataclass
class Conversation:
    """What was said since an action began, in order."""

    during: str = ""
    expects_question: bool = False
    said: list[PortalMessage] = field(default_factory=list)
    unknown_question: str = ""

    @property
    def verdict(self) -> PortalMessage | None:
        """The first message that settles the matter."""
        return next((message for message in self.said if message.kind in FINAL), None)

    @property
    def unsorted(self) -> str:
        """The last words that no pattern knows."""
        return next((message.text for message in reversed(self.said) if message.kind == "unknown"), "")

    def takes(self, kind: str, message: PortalMessage, *, sent: bool, at_login: bool) -> bool:
        """Whether words that a page showed count: what a pattern knows, and every toast while a write is under way.

        `sent`: whether the action has asked the portal anything yet; else a portal that is away is old news.
        """
        if message.kind == "busy" and not sent:
            return False
        listening = self.expects_question or at_login  # else words that come and go are the page's affair
        if message.kind == "unknown":  # a dialog is answered, and kept then; a toast is gone before anybody looks
            return kind == "toast" and self.expects_question and not ASKS_PATIENCE.search(message.text)
        if message.kind not in FINAL:
            return False
        return kind in ("box", "toast") or (listening and message.kind not in ("done", "busy"))

    def heard(self, message: PortalMessage) -> bool:
        """Keep a message; False when these very words are kept already."""
        if message in self.said:
            return False
        self.said.append(message)
        return True


_WRITES = "(?:提交|保存|确认|上报|报送|送审|创建)"
_PLAN = "(?:采购)?(?:计划单?|明细|数据|信息)?"
_REST = "[^。;；,，?？!！()（）]"
_FOR_EVER = rf"(?:不能|不可|无法|不允许|不得|不再){_REST}{{0,12}}"
_ON_ITS_WAY = rf"(?:将|会|即|就)?(?:由|报|送|进入|提交|转|推送){_REST}{{0,16}}(?:审核|审批|备案|流程|环节)"
# What may stand beside a question that is agreed to, and nothing else: 提交后不能再修改, 提交后将报采购办审核.
CONSEQUENCE = re.compile(
    rf"[(（]?{_PLAN}{_WRITES}(?:之?后|以后)[，,]?(?:{_ON_ITS_WAY}(?:[，,、]?(?:且|并)?{_FOR_EVER})?|{_REST}{{0,6}}{_FOR_EVER})"
    "[)）]?[。;；,，!！]?"
)
HEADING = re.compile(rf"^{_WRITES}{_PLAN}(?:确认|提示)?[\s:：]+")  # of the dialog that asks


def sort(patterns: Patterns, text: str) -> PortalMessage:
    """Sort a text; what is headed 系统公告 is a notice, whatever it speaks of.

    A question that also says what follows from a yes (提交后不能再修改) is sorted by what it asks.
    """
    if ANNOUNCEMENT.match(text):
        return PortalMessage("notice", text)
    asked = CONSEQUENCE.sub("", HEADING.sub("", text.strip())).strip()
    if asked != text and patterns.sort(asked).kind == "question":
        return PortalMessage("question", text)
    return patterns.sort(text)


def offers_choice(words: tuple[str, ...]) -> bool:
    """Whether the buttons ask for a decision, rather than for being seen."""
    decline = {"取消", "否", "不"}
    return bool(decline & set(words)) and any(word in words for word in ("确定", "确认", "是", "继续", "OK"))
