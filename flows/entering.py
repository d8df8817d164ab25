"""The way into a portal: by the session that is kept, else by logging in, once, where that does no harm."""

from pydantic import SecretStr

from bots.browser.lane import Lane
from bots.browser.vault import Vault
from bots.errors import LoginRefused, WrongPassword
from bots.mall.login import MallLoginPage
from bots.provincial.login import LoginPage
from bots.terms import Credentials
from configs.accounts import Account
from configs.catalogues.tables import regions_around
from configs.session_key import session_key
from configs.sites.model import PortalSite
from configs.workspace import Workspace
from flows import workshop
from flows.errors import AccountContested, LoginByHand, RefusedBefore
from flows.ledger import logins

KICKS = 2  # another login has thrown us out so often within the site's contested_minutes
THROWS = 4  # a session ended so often, whatever the portal says to it: no portal means that


def vault_of(workspace: Workspace) -> Vault:
    """Where the workspace keeps the sessions of its site."""
    given, folder = workspace.settings.session_key, workspace.root / "secrets"
    return Vault(workspace.state_dir / "sessions" / workspace.site.name, lambda: session_key(given, folder))


def credentials_of(account: Account, password: SecretStr | None) -> Credentials:
    """What the login form wants; without a password where a person types it."""
    secret = password.get_secret_value() if password else ""
    around = regions_around(account.region)
    return Credentials(account.user, secret, account.region_name, account.role, account.region, around)


async def let_in(door: LoginPage | MallLoginPage, lane: Lane, site: PortalSite, credentials: Credentials) -> None:
    """Be inside. Raises AccountContested, LoginByHand, RefusedBefore, and what the login page raises."""
    if await door.is_inside():
        return
    await lane.forget_session()
    _refuse_a_fight(lane.key, site)
    account, _, portal = lane.key.rpartition("@")
    if site.login == "manual":
        raise LoginByHand(account=account, address=site.base_url, portal=portal)
    ledger, typed = (
        workshop.current().ledger,
        (credentials.user, credentials.region, credentials.role, credentials.password),
    )
    if before := logins.refusal_of(ledger, site.name, lane.key, typed):
        raise RefusedBefore(account=account, portal=portal, at=before.at, text=before.text)
    try:
        await door.enter(credentials)
    except (WrongPassword, LoginRefused) as error:
        logins.refuse(ledger, site.name, lane.key, typed, str(error.params.get("text", "")))
        raise
    await lane.keep_session()


def _refuse_a_fight(lane: str, site: PortalSite) -> None:
    """Two who log each other out would go on for ever, and the portal might lock the account."""
    thrown, kicked = logins.times_thrown_out(workshop.current().ledger, site.name, lane, minutes=site.contested_minutes)
    if kicked >= KICKS or thrown >= THROWS:
        account, _, portal = lane.rpartition("@")
        raise AccountContested(account=account, portal=portal, times=thrown, minutes=site.contested_minutes)
