"""Settings: the environment (YUNCAI_…, nested with `__`) over the secrets directory over yuncai.yaml over defaults.

A password stands in the variable `YUNCAI_PASSWORDS__<ACCOUNT>` or the file `secrets/passwords__<account>`, not in YAML;
nor does the key of kept sessions (`YUNCAI_SESSION_KEY`, `secrets/session_key`), nor do the addresses of notices
(`YUNCAI_NOTICE_URLS__<NAME>`, `secrets/notice_urls__<name>`) and of a shared database (`YUNCAI_DATABASE_URL`,
`secrets/database_url`), and what lets us into a store of evidence (`secrets/store_secrets__<name>`).
"""

import os
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from configs.accounts import PASSWORD_KEYS, password_places
from configs.binding import Loc, dotted, findings
from configs.evidence_store import STORE_KEYS
from configs.keys import normalise
from configs.notices import URL_KEYS, NoticeSettings
from configs.passwords import PasswordSource
from configs.problems import BadValueError, Param, Problem
from configs.schedules import ScheduleList, ServeSettings
from configs.session_key import KEY_NAMES, SessionKey
from configs.yaml_tree import Node, Table, line_at, plain, read_tree

PREFIX = "YUNCAI_"
DATABASE_KEY = "databaseurl"
_STRICT = ConfigDict(frozen=True, extra="forbid")


def _inside(pattern: str) -> str:
    path = PurePath(pattern)
    if not pattern.strip() or path.is_absolute() or ".." in path.parts:
        raise BadValueError("plans_pattern", value=pattern)
    return pattern


PlanPattern = Annotated[str, AfterValidator(_inside)]


class BrowserSettings(BaseModel):
    """The browser: `executable` (a path), else the usual search, `channel` (chrome, msedge) first where given."""

    model_config = _STRICT

    executable: Path | None = None
    channel: str | None = None
    headless: bool = True
    block_images: bool = False


class EvidenceSettings(BaseModel):
    """Where evidence is kept, and what of it besides events and pictures; a `full` trace takes a third more time."""

    model_config = _STRICT

    trace: Literal["light", "full", "never"] = "light"  # kept when a filing failed
    folder: Path | None = None  # None: .yuncai/evidence; of many machines, a folder that all of them see
    store: str | None = None  # where it is copied to besides, for all machines: see configs.evidence_store
    store_options: dict[str, str | int | bool] = Field(default_factory=dict)


class Settings(BaseSettings):
    """The workspace's settings."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        secrets_prefix="",
        secrets_nested_delimiter="__",
        secrets_dir_missing="ok",
    )

    site: str = "sandbox"  # a profile: sites/<name>.yaml, or a shipped one (real, sandbox)
    site_url: str | None = None  # another base URL, for a profile with one address for both portals
    locale: Literal["auto", "zh", "en"] = "auto"
    plans: Annotated[tuple[PlanPattern, ...], Field(min_length=1)] = ("plans/*.yaml", "plans/*.yml")
    lanes: Annotated[int, Field(ge=1, le=64)] = 4
    until: Literal["saved", "submitted"] = "submitted"
    browser: BrowserSettings = BrowserSettings()
    evidence: EvidenceSettings = EvidenceSettings()
    notices: NoticeSettings = NoticeSettings()
    schedules: ScheduleList = ()
    serve: ServeSettings = ServeSettings()
    notice_urls: dict[str, SecretStr] = Field(default_factory=dict)  # name → Apprise URL, which holds tokens
    passwords: dict[str, SecretStr] = Field(default_factory=dict)  # account (lower case) → password
    store_secrets: dict[str, SecretStr] = Field(default_factory=dict)  # what lets us into evidence.store
    database_url: SecretStr | None = None  # of a PostgreSQL that several machines share; None: a file in the workspace
    session_key: SessionKey | None = None  # what kept sessions are encrypted with; None: see configs.session_key

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no .env
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Give the order; what yuncai.yaml says comes as the arguments, and so last."""
        secrets = NestedSecretsSettingsSource(file_secret_settings)
        folders = tuple(secrets.secrets_paths)
        return env_settings, PasswordSource(settings_cls, folders), secrets, init_settings


def load_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """Read a workspace's settings; with problems, the settings are the defaults of those that could not be read."""
    path, shown = root / "yuncai.yaml", "yuncai.yaml"
    node: Node | None = None
    problems: list[Problem] = []
    if path.exists():
        node, problems = read_tree(path, shown)
    data: dict[str, Any] = {}
    if isinstance(node, Table):
        problems.extend(_passwords_in(node, shown))
        data = {
            key: value
            for key, value in _dict(node).items()
            if normalise(key) not in PASSWORD_KEYS | KEY_NAMES | URL_KEYS | STORE_KEYS | {DATABASE_KEY}
        }
    elif node is not None:
        problems.append(Problem(shown, node.line, "", "not_a_table"))
    settings, more = _settings(data, root / "secrets", node, shown)
    return settings, problems + more


def _settings(data: dict[str, Any], secrets: Path, node: Node | None, shown: str) -> tuple[Settings, list[Problem]]:
    try:
        return Settings(_secrets_dir=secrets, **data), []
    except ValidationError as error:
        found = findings(error, Settings)
        problems = [_located(loc, code, params, secrets, node, shown) for loc, code, params in found]
    except SettingsError as error:  # a list or a table in one variable that is no JSON
        name = str(error).partition('"')[2].partition('"')[0]
        problems = [Problem(f"{PREFIX}{name.upper()}", None, name, "variable_not_json")]
    except (OSError, UnicodeDecodeError) as error:
        problems = [Problem(f"{secrets.name}/", None, "", "secrets_unreadable", {"reason": str(error)})]
    site = os.environ.get(f"{PREFIX}SITE") or data.get("site")  # so that the site is checked all the same
    return (Settings.model_construct(site=site) if isinstance(site, str) else Settings.model_construct()), problems


def _located(loc: Loc, code: str, params: dict[str, Param], secrets: Path, node: Node | None, shown: str) -> Problem:
    """Place a problem where its value came from: a variable of the environment, a secret, or a line of yuncai.yaml."""
    variables = {name.upper() for name in os.environ}
    for end in range(len(loc), 0, -1):
        name = "__".join(str(step) for step in loc[:end])
        if f"{PREFIX}{name}".upper() in variables:
            return Problem(f"{PREFIX}{name}".upper(), None, dotted(loc), code, params)
        if (secrets / name).is_file():
            return Problem(f"{secrets.name}/{name}", None, dotted(loc), code, params)
    return Problem(shown, line_at(node, loc), dotted(loc), code, params)


def _dict(node: Table) -> dict[str, Any]:
    data = plain(node)
    assert isinstance(data, dict)
    return data


def _passwords_in(table: Table, shown: str, where: str = "") -> list[Problem]:
    problems = []
    for entry in table.entries:
        if normalise(entry.key) in PASSWORD_KEYS:
            problems.append(
                Problem(shown, entry.line, f"{where}{entry.key}", "password_in_yaml", password_places("<account>"))
            )
        elif normalise(entry.key) == DATABASE_KEY and not where:
            problems.append(Problem(shown, entry.line, entry.key, "database_url_in_yaml"))
        elif normalise(entry.key) in URL_KEYS and not where:
            problems.append(Problem(shown, entry.line, entry.key, "notice_url_in_yaml"))
        elif normalise(entry.key) in STORE_KEYS and not where:
            problems.append(Problem(shown, entry.line, entry.key, "store_secret_in_yaml"))
        elif normalise(entry.key) in KEY_NAMES and not where:
            problems.append(Problem(shown, entry.line, entry.key, "session_key_in_yaml"))
        elif isinstance(entry.value, Table):
            problems.extend(_passwords_in(entry.value, shown, f"{where}{entry.key}."))
    return problems
