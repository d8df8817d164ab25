"""The form that asks for a password: who is logging in, account, password, region, whatever controls these are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bots.errors import BotError, ButtonMissing, FieldMissing
from bots.trail import NoTrail
from bots.widgets import scripts
from bots.widgets.control import Word
from bots.widgets.form import Form
from bots.widgets.hand import Target, click, press_on
from bots.widgets.match import Wish, try_match
from bots.widgets.options import same_option
from bots.widgets.places import Place
from bots.widgets.resting import at_rest
from bots.widgets.words import name_of

if TYPE_CHECKING:
    from playwright.async_api import ElementHandle, Frame

    from bots.terms import Credentials
    from bots.widgets.control import Control
    from bots.widgets.screen import Screen

LOGIN = "登录"
ROLE = "身份"
CHOOSING = ("select", "cascader", "chained", "tree", "picker")
DRAWN_SECONDS = 1.0  # of quiet: what a form asks its server for (regions, roles) has come by then


class LoginForm(Form):
    """The form in one frame; `user` and `region` are the concepts of its portal."""

    def __init__(self, screen: Screen, frame: Frame, *, path: str, user: str, region: str) -> None:
        super().__init__(frame, screen.terms, path=path, trail=NoTrail())
        self._screen, self._user, self._region = screen, user, region
        self._roles: tuple[str, ...] = ()

    # ---- what it has ----

    async def inventory(self) -> tuple[Control, ...]:
        """The controls of the block around the password; account and region by name, also where no label says so."""
        controls = await super().inventory()
        places = set(await self._ask("block"))
        inside = [control for control in controls if control.index in places]
        found, missing = self._answering(inside)
        if self._user in missing and not self._answering(list(controls))[1]:
            return controls  # its labels stand further out than the block
        pins = {control.index: label for label, control in found.items()}
        rest = [control for control in inside if control.index not in pins and not control.disabled]
        for label in missing:
            meant = [one for one in rest if (_types(one) if label == self._user else self._chooses_region(one))]
            if len(meant) == 1:
                pins[meant[0].index] = label
        return tuple(_named(control, pins.get(control.index)) for control in inside)

    def _answering(self, controls: list[Control]) -> tuple[dict[str, Control], list[str]]:
        return try_match(Wish((self._user, self._region), self.terms, self.path), controls)

    def _chooses_region(self, control: Control) -> bool:
        return control.kind in CHOOSING and not self._offers_role(control)

    def _offers_role(self, control: Control) -> bool:
        return any(same_option(role, option) for role in self._roles for option in control.options)

    # ---- filling it ----

    async def enter(self, credentials: Credentials) -> None:
        """Choose who is logging in, fill in account and region. Raises what Form.fill does.

        A form without any region is left without one; one that has a field which nobody knows is not understood.
        """
        self._roles = tuple(self.terms.words_for(credentials.role))
        await self._screen.until(self._is_drawn, lambda: self._no_field(self._user, []))
        await at_rest(self._screen)
        await self._choose_role()
        values = {self._user: credentials.user}
        controls = await self.inventory()
        found, missing = self._answering(list(controls))
        if self._region not in missing:
            values[self._region] = Place(credentials.region, credentials.region_code, credentials.region_within)
        elif unknown := self._unknown(controls, found):
            raise self._no_field(self._region, unknown)
        await self.fill(values, complete=False)

    async def _is_drawn(self) -> bool | None:
        missing = self._answering(list(await self.inventory()))[1]
        if missing and not self._screen.traffic.quiet_for(DRAWN_SECONDS):
            return None
        return True if self._user not in missing else None

    def _unknown(self, controls: tuple[Control, ...], found: dict[str, Control]) -> list[str]:
        """The labels of fields that nobody fills: one of them may be the region."""
        known = {control.index for control in found.values()}
        idle = ("password", "checkbox", "checkboxes", "switch", "shown")
        return [
            control.label
            for control in controls
            if control.index not in known
            and control.kind not in idle
            and control.label
            and not control.disabled
            and not self._offers_role(control)
        ]

    async def _choose_role(self) -> None:
        """Radio buttons, a list, or tabs; a form that does not ask for it is left as it is."""
        for control in await self.inventory():
            wanted = next((o for o in control.options for role in self._roles if same_option(role, o)), None)
            if wanted and control.kind in ("radio", "select") and not control.disabled:
                await _Chosen(self, control).fill({ROLE: wanted}, complete=False)
                return
        if await scripts.ask(self.frame, "choose", {"words": list(self._roles), "boxed": False}):
            return
        words = [f"{role}{LOGIN}" for role in self._roles]
        tab = Target(self.frame, "signin", {"take": "tab", "words": [*self._roles, *words]})
        await click(self._screen, tab)

    # ---- password and button ----

    async def password(self) -> ElementHandle:
        """Its password field; raises FieldMissing where it is not a single one."""
        found = await scripts.element(self.frame, "signin", {"take": "password", "words": []})
        if found is None:
            raise self._no_field("密码", [])
        return found

    async def press(self) -> None:
        """Press 登录, once."""
        seen: list[str] = []

        async def find() -> Target | None:
            seen[:] = map(str, await self._ask("buttons"))
            return self._target("button") if await self._ask("button") else None

        async def aim() -> Target:
            return await self._screen.until(find, missing)

        def missing() -> BotError:
            return ButtonMissing(where=self.path, words=self._words(), candidates=seen)

        await press_on(self._screen, aim, missing)

    def _target(self, take: str) -> Target:
        return Target(self.frame, "signin", {"take": take, "words": self._words()})

    async def _ask(self, take: str) -> Any:  # noqa: ANN401 - as the script answers
        return await scripts.ask(self.frame, "signin", {"take": take, "words": self._words()})

    def _words(self) -> list[str]:
        return list(self.terms.words_for(LOGIN))

    def _no_field(self, label: str, candidates: list[str]) -> FieldMissing:
        return FieldMissing(where=self.path, label=label, candidates=candidates)


class _Chosen(Form):
    """The same form, one control of it called by another name."""

    def __init__(self, form: LoginForm, control: Control) -> None:
        super().__init__(form.frame, form.terms, path=form.path, trail=NoTrail())
        self._index = control.index

    async def inventory(self) -> tuple[Control, ...]:
        return tuple(_named(one, ROLE) for one in await super().inventory() if one.index == self._index)


def _types(control: Control) -> bool:
    return control.kind == "text" and not control.read_only


def _named(control: Control, label: str | None) -> Control:
    if label is None:
        return control
    return replace(control, words=(Word(label, name_of(label), "label", 100), *control.words))
