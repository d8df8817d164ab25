"""The operator's folder, read and checked as a whole: settings, accounts, site, tables; where plans and state lie."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from configs.accounts import Account, load_accounts, password_places
from configs.catalogues.answer import Catalogues
from configs.catalogues.tables import load_catalogues
from configs.evidence_store import store_problems
from configs.notices import notice_problems
from configs.passwords import secrets_problems
from configs.plans.check import LoadedPlans, load_plans
from configs.problems import ConfigProblems, Problem
from configs.settings import Settings, load_settings
from configs.sites.loading import load_site
from configs.sites.model import PortalSite, SiteProfile

STATE = ".yuncai"


@dataclass(frozen=True)
class Workspace:
    """A workspace that is in order; `Workspace.open` reads it."""

    root: Path
    settings: Settings
    accounts: dict[str, Account]
    site: SiteProfile
    catalogues: Catalogues

    @classmethod
    def open(cls, path: Path | str = ".") -> "Workspace":
        """Read everything but the plans; raises ConfigProblems with every problem of every file."""
        root = Path(path).resolve()
        if not root.is_dir():
            raise ConfigProblems([Problem(str(path), None, "", "workspace_missing", {"path": str(path)})])
        settings, problems = load_settings(root)
        accounts, unclear = load_accounts(root / "accounts.yaml")
        problems += unclear
        site: SiteProfile | None = None
        try:
            site = load_site(settings.site, root, site_url=settings.site_url)
        except ConfigProblems as error:
            problems += error.problems
        catalogues, more = load_catalogues(root, site.catalogues if site else ())
        problems += more + secrets_problems(root / "secrets", None if unclear else list(accounts))
        problems += store_problems(root, settings.evidence.store, settings.evidence.store_options)
        problems += notice_problems(root, settings.notices, settings.notice_urls, accounts)
        if problems or site is None:
            raise ConfigProblems(problems)
        return cls(root, settings, accounts, site, catalogues)

    @property
    def state_dir(self) -> Path:
        """The folder of the ledger, sessions and evidence; made by whoever writes first."""
        return self.root / STATE

    @property
    def evidence_dir(self) -> Path:
        """Where each filing has its folder of evidence; a relative path is one of the workspace's."""
        folder = self.settings.evidence.folder
        return self.root / folder if folder else self.state_dir / "evidence"

    def portal(self, route: str) -> PortalSite:
        """Give the site's portal for a route: `provincial` or `mall`."""
        return self.site.portal(route)

    def plan_files(self) -> list[Path]:
        """List the files that `plans:` of yuncai.yaml names, each once, in order."""
        found = {path for pattern in self.settings.plans for path in self.root.glob(pattern) if path.is_file()}
        return sorted(path for path in found if STATE not in path.relative_to(self.root).parts)

    def load_plans(self, files: list[Path] | None = None) -> LoadedPlans:
        """Read and check the plans of all plan files, or of those given, against this workspace's accounts."""
        paths = self.plan_files() if files is None else files
        if not paths:
            patterns = list(self.settings.plans)
            return LoadedPlans([], [Problem("yuncai.yaml", None, "plans", "no_plan_files", {"patterns": patterns})])
        portals = {name: account.portals for name, account in self.accounts.items()}
        return load_plans(paths, root=self.root, accounts=portals)

    def password_of(self, account: str) -> SecretStr:
        """Give an account's password; ConfigProblems says where to put it when there is none."""
        password = self.settings.passwords.get(account.lower())
        if password is None or not password.get_secret_value():
            places = password_places(account)
            raise ConfigProblems([Problem("accounts.yaml", None, account, "password_missing", places)])
        return password

    def missing_passwords(self, accounts: list[str]) -> list[Problem]:
        """Name the accounts that have no password, before a browser starts."""
        problems: list[Problem] = []
        for account in dict.fromkeys(accounts):
            try:
                self.password_of(account)
            except ConfigProblems as error:
                problems += error.problems
        return problems
