"""Named points before and after each write to a portal, where a test may let the process die or the network fail.

In production no hook is set and `reached` does nothing.
"""

from collections.abc import Callable

Hook = Callable[[str, str], None]
_hooks: list[Hook] = []


def reached(point: str, ref: str) -> None:
    """The filing `ref` has come to `point`, such as `after-save`."""
    for hook in _hooks:
        hook(point, ref)


def install(hook: Hook) -> None:
    """Let a test watch, or break, the points."""
    _hooks.append(hook)


def clear() -> None:
    """Forget all hooks."""
    _hooks.clear()
