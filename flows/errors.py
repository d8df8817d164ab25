"""What can stop a filing that no single page could notice.

NeedsHuman
├── PlanVanished          the ledger knows a number that the portal does not show any more
├── MadeByHand            a plan that equals ours stands there already, and nobody said that it is to be adopted
├── SimilarPlanExists     a plan with the same name, date and method stands there already, with other values
├── SeveralCandidates     more than one plan on the portal could be ours
├── SubmittedDiffers      somebody submitted our draft by hand, with other values
├── SavedButNotFound      the portal said yes, and its list does not show the plan
├── DetailDiffers         the plan has more than one detail line
├── SumsDisagree          a list of the portal shows another figure than the plan
│   └── SumsTenThousandfold   the same, by the factor between 元 and 万元
└── Unexpected            a defect of ours or a page nobody foresaw
LoginByHand               the site wants a person to log in, and no kept session is alive
PasswordMissing           no secret is there for an account
RefusedBefore             the portal has refused this very password, and it has not been changed since
AccountContested          the account was thrown out again and again: two are using it
RefusedAlike              so many plans in a row were refused in the same words that something else must be wrong
LaneShut                  this lane is closed for this run (wrong password, captcha …)
SiteParked                a portal stayed down longer than its patience
ShiftBroken               a worker could not go on with a shift, for a reason of its own
QuietHours                the portal is to be left alone at this time of day
Stopping                  the run was asked to stop
"""

from bots.errors import BotError, Fate, NeedsHuman


class PlanVanished(NeedsHuman):
    """The portal shows no plan with `number`, though it was saved there."""


class MadeByHand(NeedsHuman):
    """`numbers` equal the plan in every field (`candidates`: as the list shows them); adopted only when asked to."""


class SimilarPlanExists(NeedsHuman):
    """`numbers` stand there with the same name, date and method; `different`: labels, `differences`: with both values.

    `candidates`: as the list shows them.
    """


class SeveralCandidates(NeedsHuman):
    """`numbers` could all be the plan (`candidates`: as the list shows them)."""


class SubmittedDiffers(NeedsHuman):
    """Plan `number` is with its reviewers (`stage`), submitted by hand with other values: `differences`."""


class SavedButNotFound(NeedsHuman):
    """The portal said `text`, but its list shows no such plan."""


class DetailDiffers(NeedsHuman):
    """The plan `number` has more than the one detail line (`different`)."""


class SumsDisagree(NeedsHuman):
    """The list `where` shows `shown` under `label` for the plan `number`, where it says `wanted` (`differences`)."""


class SumsTenThousandfold(SumsDisagree):
    """The same by exactly the factor between 元 and 万元: somebody has taken the one for the other."""


class Unexpected(NeedsHuman):
    """Something that no one foresaw (`reason`); the evidence folder has the trace."""


class RefusedAlike(NeedsHuman):
    """The portal at `address` refused `times` plans in a row with the same words (`text`)."""


class LaneShut(NeedsHuman):
    """The lane of `account` was shut earlier in this run (`reason` is an error's code)."""


class SiteParked(BotError):
    """The portal at `address` did not come back within `minutes`."""

    fate = Fate.SYSTEM


class ShiftBroken(BotError):
    """The worker that had the shift `shift` could not go on, for a reason of its own; its log says which."""

    fate = Fate.SYSTEM


class NotWorkedOn(BotError):
    """The run `run` ended without a word about this plan: saying nothing must not pass for being done."""

    fate = Fate.SYSTEM


class QuietHours(BotError):
    """The site file asks for quiet at `address` until `until` (a time of day in China)."""

    fate = Fate.SYSTEM


class Stopping(BotError):
    """The run was asked to stop; the next run goes on."""

    fate = Fate.SYSTEM


class LoginByHand(NeedsHuman):
    """The site wants a person to log `account` in at `address`, and no kept session is alive (`portal`: which one)."""

    closes_lane = True


class RefusedBefore(NeedsHuman):
    """The `portal` refused the login of `account` at `at` with `text`, and what would be typed now is the same."""

    closes_lane = True


class AccountContested(NeedsHuman):
    """`account` was thrown out of the `portal` `times` times within `minutes`."""

    closes_lane = True


class PasswordMissing(NeedsHuman):
    """No password is known for `account`: neither in the environment nor in the secrets folder."""

    closes_lane = True
