"""Everything that can go wrong on a portal, as one family.

BotError                      a code, plain values, and a fate; the desk turns them into a sentence
├── RefusedByPortal           business: the portal said no, in its own words
├── OptionNotOffered          business: the value is not among the options (all are listed)
├── RequiredFieldEmpty        business: the form demands a field that the plan does not have
├── PortalDown                system: no answer, 5xx, connection lost before anything was written
├── SessionExpired            system: log in again
├── PortalTimeout             system: something expected did not appear in time
├── OutcomeUnknown            unknown: a write was sent and its answer is lost; reconcile, never repeat blindly
└── NeedsHuman                human: parked until a person has looked
    ├── CaptchaShown, WrongPassword, PasswordExpired, AccountLocked      (these close a lane)
    ├── LoginNotUnderstood, LoginIncomplete, LoginRefused                these, too: nothing accuses the password
    ├── LoginNotSeen, LoginGivenUp      a person was to log in, and did not
    ├── UnknownDialog         a question that no pattern knows; it was not answered with yes
    ├── FieldMissing, FieldAmbiguous, ButtonMissing, GridMissing, MenuMissing    the page is not understood
    ├── ScreenNotRecognised   what came is another screen than was asked for
    ├── RowMissing, RowAmbiguous
    ├── FieldNotAccepted, ValueNotKept     what was typed did not stay, or the portal keeps something else
    └── RequestDisagrees      what was about to be sent is not what the plan says; it was not sent
"""

from enum import StrEnum
from typing import ClassVar, Self

Param = str | int | float | list[str]


class Fate(StrEnum):
    """What becomes of the work that met an error."""

    BUSINESS = "business"  # the plan waits for its author; others go on
    SYSTEM = "system"  # retried with limits
    HUMAN = "human"  # parked, and somebody is told
    UNKNOWN = "unknown"  # reconciled


class BotError(Exception):
    """A failure with a code and plain values; `str()` is for developers, the desk writes the clerk's sentence.

    `meanwhile`: what the page was doing when a wait ended in vain (`masked`, `pending`: requests, `quiet`).
    """

    fate: ClassVar[Fate] = Fate.HUMAN
    closes_lane: ClassVar[bool] = False
    pictured = False  # whether the page that it speaks of is kept as evidence already

    def __init__(self, **params: Param) -> None:
        self.params = params
        super().__init__(self.code + "".join(f" {key}={value!r}" for key, value in params.items()))

    @property
    def code(self) -> str:
        """The catalogue's key: the class name in snake case."""
        name = type(self).__name__
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class RefusedByPortal(BotError):
    """The portal refused (`during`: what was being done; `text`: its words, verbatim)."""

    fate = Fate.BUSINESS


class OptionNotOffered(BotError):
    """`label` does not offer `wanted`; `offered` lists what it does offer."""

    fate = Fate.BUSINESS


class RequiredFieldEmpty(BotError):
    """The form stars `labels`, and the plan has no value for them.

    `always`: those that were starred before anything was filled in, whatever the plan says.
    """

    fate = Fate.BUSINESS


class PortalDown(BotError):
    """The portal at `address` does not answer (`reason`)."""

    fate = Fate.SYSTEM


class SessionExpired(BotError):
    """The portal wants a new login (`text`: its words)."""

    fate = Fate.SYSTEM


class PortalTimeout(BotError):
    """`waiting_for` did not come within `seconds`."""

    fate = Fate.SYSTEM


class OutcomeUnknown(BotError):
    """`during` was sent, and its answer was lost (`reason`); `said`: what the portal answered in words nobody knows."""

    fate = Fate.UNKNOWN

    @property
    def said(self) -> str:
        """The portal's words that no pattern knows; empty when it said nothing."""
        return str(self.params.get("said", ""))


class NeedsHuman(BotError):
    """Something that only a person may decide."""


class CaptchaShown(NeedsHuman):
    """The login page of `address` asks for a captcha, a certificate or an SMS code."""

    closes_lane = True


class WrongPassword(NeedsHuman):
    """The portal refused the login of `user` (`text`: its words); never tried again in this run."""

    closes_lane = True


class PasswordExpired(NeedsHuman):
    """The portal wants the password of `user` changed (`text`)."""

    closes_lane = True


class AccountLocked(NeedsHuman):
    """The portal has locked `user` (`text`)."""

    closes_lane = True


class LoginNotUnderstood(NeedsHuman):
    """The way in at `where` is not understood; `reason` is the code of what was met there, the rest are its values."""

    closes_lane = True

    @classmethod
    def because_of(cls, error: BotError, where: str) -> Self:
        """What a page object raised on the way in, as what it means for the account."""
        detail = {"detail": str(error.params["reason"])} if "reason" in error.params else {}
        return cls(**{**error.params, "where": where, "reason": error.code, **detail})


class LoginIncomplete(NeedsHuman):
    """The login of `user` was not sent, or not looked at: the portal wants something else first (`text`: its words)."""

    closes_lane = True


class LoginRefused(NeedsHuman):
    """The portal did not let `user` in, and does not say that the password is wrong (`text`: its words)."""

    closes_lane = True


class LoginNotSeen(NeedsHuman):
    """Nobody came into the work area of `address` within `minutes`."""


class LoginGivenUp(NeedsHuman):
    """The window in which a person was to log in at `address` was closed before the work area was seen."""


class UnknownDialog(NeedsHuman):
    """A dialog with `text` that no pattern of the site knows, `during` an action."""


class FieldMissing(NeedsHuman):
    """No control on `where` answers to `label`; `candidates` lists the labels that are there."""


class FieldAmbiguous(NeedsHuman):
    """Several controls on `where` answer to `label` equally well (`candidates`)."""


class ScreenNotRecognised(NeedsHuman):
    """What came as `where` answers to `found` of its concepts and not to `missing`; `candidates`: the words there."""


class ButtonMissing(NeedsHuman):
    """No single button on `where` answers to `words`; `candidates` lists those that are there."""


class MenuMissing(NeedsHuman):
    """The menu has no entry `words` (`candidates` lists what it shows)."""


class GridMissing(NeedsHuman):
    """No table on `where` has the headers `headers`; `candidates` lists those of the tables that are there."""


class RowMissing(NeedsHuman):
    """The table on `where` has no row with `key`."""


class RowAmbiguous(NeedsHuman):
    """The table on `where` has `count` rows with `key`."""


class FieldNotAccepted(NeedsHuman):
    """`label` shows `got` after `wanted` was entered."""


class RequestDisagrees(NeedsHuman):
    """The request of `during` had `got` for `label` where the plan says `wanted`; it was stopped before it left.

    `reason`: `missing`, `contradicted`, `other_unit`; `differences`: all of them; `left`: requests of the same click
    that had left before and may have written something.
    """

    @property
    def nothing_left(self) -> bool:
        """Whether it is certain that nothing was written."""
        return not self.params.get("left")


class ValueNotKept(NeedsHuman):
    """The portal keeps `kept` in `label` of the plan `number`, where the plan says `wanted` (`differences`: all)."""
