"""Makes sure that there is a browser that starts, and a font for Chinese; run inside .venv by the set-up.

Finding is bots/browser/find.py; this adds the last resort (Debian, root: install it) and tries what was found.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from bots.browser.find import BrowserMissing, BrowserNotStarted, find_browser
from bots.browser.shared import SharedBrowser
from bots.errors import BotError
from tools.system import apt_install, can_apt_install

MESSAGES = Path(__file__).parents[1] / "desk" / "messages"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_NAMES = ("*CJK*", "*cjk*", "wqy*", "uming*", "ukai*", "SourceHan*", "simsun*", "msyh*")
CHROMIUM = ("chromium", "chromium-headless-shell", "chromium-sandbox")  # the sandbox is for those who are not root
FONT, DRIVER_LIBRARY = "fonts-noto-cjk", "libatomic1"
NO_FONT = """\
! 没有找到中文字体，截图里的汉字会变成方框。Debian：sudo apt-get install -y fonts-noto-cjk
! No Chinese font was found: pictures will show boxes. Debian: sudo apt-get install -y fonts-noto-cjk"""


def main() -> None:
    """Find or install a browser, start it once, look for the font; ends with a message when there is none."""
    try:
        _settle_driver()
        name = _settle_browser()
    except BotError as exc:
        sys.exit(sentence(exc))
    print(f"· {name}", flush=True)
    if not has_chinese_font() and not (can_apt_install() and apt_install(FONT)):
        print(NO_FONT, flush=True)


def sentence(error: BotError) -> str:
    """The error's sentence in both languages: the set-up does not know yet which one is wanted."""
    texts = []
    params = {name: ", ".join(value) if isinstance(value, list) else value for name, value in error.params.items()}
    for language in ("zh", "en"):
        catalogue = yaml.safe_load((MESSAGES / language / "browser.yaml").read_text("utf-8"))
        texts.append(catalogue[f"error.{error.code}"].format_map(params).strip())
    return "\n".join(texts)


def has_chinese_font() -> bool:
    """Whether pages in Chinese can be pictured (macOS and Windows bring a font along)."""
    if sys.platform in {"darwin", "win32"}:
        return True
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
        return bool(listed.stdout.strip())
    return any(next(Path(folder).expanduser().rglob(name), None) for folder in FONT_FOLDERS for name in FONT_NAMES)


def _settle_driver() -> None:
    """Make Playwright's own driver start: a minimal Debian lacks a library that its Node.js is linked to."""
    reason = _driver_fails()
    if reason and can_apt_install() and apt_install(DRIVER_LIBRARY):
        reason = _driver_fails()
    if reason:
        raise BrowserNotStarted(browser="Playwright", reason=reason)


def _driver_fails() -> str:
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else (done.stderr.strip() or f"exit {done.returncode}").splitlines()[0]


def _settle_browser() -> str:
    """Name the browser that starts; on Debian as root one is installed where none was found or none starts."""
    wish = os.environ.get("YUNCAI_BROWSER__EXECUTABLE") or None
    try:
        return asyncio.run(_started(wish))
    except (BrowserMissing, BrowserNotStarted):
        if wish or not can_apt_install() or not apt_install(*CHROMIUM, FONT):
            raise
    return asyncio.run(_started(wish))


async def _started(wish: str | None) -> str:
    choice = find_browser(wish)
    async with SharedBrowser(executable=choice.executable, channel=choice.channel) as browser:
        return f"{choice} {browser.version}"


if __name__ == "__main__":
    main()
