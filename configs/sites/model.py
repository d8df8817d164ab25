"""A site: one deployment of both portals, as its YAML file describes it; flows turn it into plain terms for the bot."""

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from configs.catalogues.tables import shipped_tables
from configs.problems import BadValueError
from configs.sites.quiet_hours import QuietHours

MessageKind = Literal[
    "done",
    "refused",
    "session_over",
    "busy",
    "notice",
    "question",
    "wrong_password",
    "locked",
    "password_expired",
    "unknown",
]
LogStage = Literal["saved", "submitted", "office_review", "recorded", "in_mall", "returned", "unknown"]
SiteName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_\-]*$")]


def check_pattern(pattern: str) -> str:
    """Refuse what is no regular expression, and what matches everything."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise BadValueError("pattern_form", value=pattern, detail=str(error)) from None
    if compiled.search(""):
        raise BadValueError("pattern_matches_all", value=pattern)
    return pattern


def check_base_url(url: str) -> str:
    """Accept `http(s)://host[:port][/path]`, without a login, a query or a fragment; the last slash is dropped."""
    parts = urlsplit(url)
    extra = parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or extra:
        raise BadValueError("base_url_form", value=url)
    return url.rstrip("/")


def _path(path: str) -> str:
    if not path.startswith("/"):
        raise BadValueError("entry_form", value=path)
    return path


PatternText = Annotated[str, AfterValidator(check_pattern)]
BaseUrl = Annotated[str, AfterValidator(check_base_url)]
EntryPath = Annotated[str, AfterValidator(_path)]
_STRICT = ConfigDict(frozen=True, extra="forbid")


class MessageRule(BaseModel):
    """Messages that match `pattern` are of `kind`; the first rule that matches wins."""

    model_config = _STRICT

    kind: MessageKind
    pattern: PatternText


class LogRule(BaseModel):
    """Lines of the 日志 that match `pattern` tell of `stage`; a line is its cells in order, a space between them."""

    model_config = _STRICT

    stage: LogStage
    pattern: PatternText


class WitnessRules(BaseModel):
    """What is normal in the requests that a portal's pages send, where nobody would expect it."""

    model_config = _STRICT

    disagreeing: Literal["stop", "tell"] = "stop"  # a request that does not say what the plan says; tell: it leaves
    unread: Literal["tell", "normal"] = "tell"  # one that cannot be read, because it is encrypted
    amounts: Literal["typed", "either"] = "typed"  # either: 元 may leave where 万元 is shown, or the other way
    whole: bool = True  # False: one form leaves in several requests
    unseen: tuple[str, ...] = ()  # labels of fields that it encrypts by themselves, or does not send


class PortalSite(BaseModel):
    """One of the two portals of a deployment."""

    model_config = _STRICT

    name: SiteName  # the profile's; filled in when it is read
    portal: Literal["provincial", "mall"]  # likewise
    base_url: BaseUrl
    entry: EntryPath = "/"
    synonyms: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # the manual's word → this portal's words
    messages: tuple[MessageRule, ...] = ()
    log: tuple[LogRule, ...] = ()
    menu: tuple[str, ...] = ()  # the path to the list of plans
    login: Literal["password", "manual"] = "password"  # manual: a person logs in once, and the session is kept
    ignore_tls: bool = False
    wait_seconds: Annotated[float, Field(gt=0, le=600)] = 20.0  # the limit of every wait on a page
    lanes: Annotated[int, Field(ge=1, le=64)] | None = None  # at most so many at once; None: as many as the run has
    pause_seconds: Annotated[float, Field(ge=0, le=3600)] = 0.0  # between two filings of a lane
    write_seconds: Annotated[float, Field(ge=0, le=3600)] = 0.0  # at least, between two writes of whichever lanes
    jitter: Annotated[float, Field(ge=0, le=1)] = 0.3  # the share by which both may be longer: no clockwork
    quiet_hours: tuple[QuietHours, ...] = ()  # 22:00-06:30, in China: no step of a filing begins
    same_refusals: Annotated[int, Field(ge=0, le=1000)] = 5  # so many alike in a row, and a person must look; 0: never
    settle_seconds: Annotated[float, Field(ge=0, le=600)] = 15.0  # a save whose reply was lost may be at work so long
    patience_minutes: Annotated[float, Field(ge=0, le=1440)] = 10.0  # how long lanes wait for a portal that is down
    # an idle lane reads its work area so often; 0: never
    keep_alive_minutes: Annotated[float, Field(ge=0, le=1440)] = 0.0
    kicked: PatternText = r"(别处|异地|其[他它](地方|设备|位置)).{0,4}(登录|登陆)|(被迫|强制)下线"
    # kicked out twice within: two use the account; 0: off
    contested_minutes: Annotated[float, Field(ge=0, le=1440)] = 10.0

    # where the list's 状态 has not changed, a log is opened again only after so long
    reread_hours: Annotated[float, Field(ge=0, le=24 * 366)] = 24.0
    witness: WitnessRules = Field(default_factory=WitnessRules)  # each save is read before it leaves
    sheet_finished: PatternText = r"完成|结束|关闭|终止|作废|取消|撤销"  # 计划单 in this 状态 are not followed any more

    def was_kicked(self, text: str) -> bool:
        """Whether the portal's words say that another login has ended this session."""
        return re.search(self.kicked, text) is not None

    def stage_of(self, line: str) -> LogStage:
        """Sort a line of the 日志; what no pattern knows is `unknown`."""
        return next((rule.stage for rule in self.log if re.search(rule.pattern, line)), "unknown")

    def kind_of(self, text: str) -> MessageKind:
        """Sort a message; what no pattern knows is `unknown`."""
        return next((rule.kind for rule in self.messages if re.search(rule.pattern, text)), "unknown")


class SiteProfile(BaseModel):
    """Both portals of a deployment, and the shipped tables that decide routes there."""

    model_config = _STRICT

    name: SiteName
    description: str = ""
    catalogues: tuple[str, ...] = ()  # shipped tables to use besides the workspace's own
    provincial: PortalSite
    mall: PortalSite

    @model_validator(mode="after")
    def _tables_exist(self) -> Self:
        for table in self.catalogues:
            if table not in shipped_tables():
                raise BadValueError("table_unknown", value=table, known=list(shipped_tables()))
        return self

    def portal(self, route: str) -> PortalSite:
        """Give the portal of a route: `provincial` or `mall`."""
        return self.mall if route == "mall" else self.provincial
