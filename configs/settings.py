"""Settings: the environment (YUNCAI_…, nested with `__`) over the secrets directory over yuncai.yaml over defaults.

A password stands in the variable `YUNCAI_PASSWORDS__<ACCOUNT>` or the file `secrets/passwords__<account>`, not in YAML.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from configs.accounts import PASSWORD_KEYS, password_places
from configs.binding import Loc, dotted, findings
from configs.keys import normalise
from configs.passwords import PREFIX, PasswordSource
from configs.problems import Param, Problem
from configs.yaml_tree import Node, Table, line_at, plain, read_tree

_STRICT = ConfigDict(frozen=True, extra="forbid")


class BrowserSettings(BaseModel):
    """The browser: `executable` (a path), else the usual search, `channel` (chrome, msedge) first where given."""

    model_config = _STRICT

    executable: Path | None = None
    channel: str | None = None
    headless: bool = True
    block_images: bool = False


class EvidenceSettings(BaseModel):
    """What is kept of each filing."""

    model_config = _STRICT

    pictures: bool = True
    trace: Literal["on_failure", "always", "never"] = "on_failure"


class PollSettings(BaseModel):
    """How `yuncai poll` looks after what was filed."""

    model_config = _STRICT

    every_minutes: Annotated[float, Field(gt=0, le=1440)] = 10.0  # between two looks, when asked to keep looking
    give_up_after_days: Annotated[int, Field(ge=1, le=3650)] = 60


class Settings(BaseSettings):
    """The workspace's settings."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", env_ignore_empty=True, extra="forbid", frozen=True,
        secrets_prefix="", secrets_nested_delimiter="__", secrets_dir_missing="ok")

    site: str = "sandbox"  # a profile: sites/<name>.yaml, or a shipped one (real, sandbox)
    site_url: str | None = None  # another base URL, for a profile with one address for both portals
    locale: Literal["auto", "zh", "en"] = "auto"
    plans: Annotated[tuple[str, ...], Field(min_length=1)] = ("plans/*.yaml", "plans/*.yml")
    lanes: Annotated[int, Field(ge=1, le=32)] = 4
    until: Literal["saved", "submitted"] = "submitted"
    browser: BrowserSettings = BrowserSettings()
    evidence: EvidenceSettings = EvidenceSettings()
    poll: PollSettings = PollSettings()
    passwords: dict[str, SecretStr] = Field(default_factory=dict)  # account (lower case) → password

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no .env
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Give the order; what yuncai.yaml says comes as the arguments, and so last."""
        secrets = NestedSecretsSettingsSource(file_secret_settings)
        folders = tuple(secrets.secrets_paths)
        return PasswordSource(settings_cls, folders), env_settings, secrets, init_settings


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
        data = {key: value for key, value in _dict(node).items() if normalise(key) not in PASSWORD_KEYS}
    elif node is not None:
        problems.append(Problem(shown, node.line, "", "not_a_table"))
    settings, more = _settings(data, root / "secrets", node, shown)
    return settings, problems + more


def _settings(data: dict[str, Any], secrets: Path, node: Node | None, shown: str) -> tuple[Settings, list[Problem]]:
    try:
        return Settings(_secrets_dir=secrets, **data), []
    except ValidationError as error:
        problems = [_located(loc, code, params, node, shown) for loc, code, params in findings(error, Settings)]
    site = os.environ.get(f"{PREFIX}SITE") or data.get("site")  # so that the site is checked all the same
    return (Settings.model_construct(site=site) if isinstance(site, str) else Settings.model_construct()), problems


def _located(loc: Loc, code: str, params: dict[str, Param], node: Node | None, shown: str) -> Problem:
    """Place a problem where its value came from: a variable of the environment, or a line of yuncai.yaml."""
    variable = PREFIX + "__".join(str(step) for step in loc).upper()
    if any(name.upper() == variable for name in os.environ):
        return Problem(variable, None, dotted(loc), code, params)
    return Problem(shown, line_at(node, loc), dotted(loc), code, params)


def _dict(node: Table) -> dict[str, Any]:
    data = plain(node)
    assert isinstance(data, dict)
    return data


def _passwords_in(table: Table, shown: str, where: str = "") -> list[Problem]:
    problems = []
    for entry in table.entries:
        if normalise(entry.key) in PASSWORD_KEYS:
            problems.append(Problem(shown, entry.line, f"{where}{entry.key}", "password_in_yaml",
                                    password_places("<account>")))
        elif isinstance(entry.value, Table):
            problems.extend(_passwords_in(entry.value, shown, f"{where}{entry.key}."))
    return problems
