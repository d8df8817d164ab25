"""What a new release does to a portal: the same fields, buttons and columns, elsewhere, renamed, among new ones.

`Drift(seed)` bends the descriptions of screens (`sandbox.skins.describe`) and translates what is posted back, so that
the rules of the portals know nothing of it. It remembers whether anybody touched what nobody should touch.
"""

from sandbox.drift.drift import Drift

__all__ = ["Drift"]
