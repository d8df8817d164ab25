"""What follows a save on the server's own pages: the form closes, stays as it was kept, or leads somewhere else."""

from typing import Literal

from starlette.responses import Response

from sandbox.provincial.acts import SAVED
from sandbox.provincial.gate import Visit
from sandbox.provincial.pages import page, reply


def kept(visit: Visit, name: Literal["plan", "detail"], plan_id: int, number: str = "") -> Response:
    """Answer a save that was kept, in this portal's way."""
    how = visit.store.drift.way_of("provincial", "saved")
    look = f"/sdgp/{name}/form.do?op=view&planId={plan_id}"
    if how == "stays":
        return page("reply.html", words=SAVED, then="look", address=f"{look}&look=form")
    if how == "shows":
        return page("reply.html", words=SAVED, then="look", address=look)
    if how == "result":
        return page("result.html", words=SAVED, number=number)
    if how == "details" and name == "plan":
        return page("reply.html", words=SAVED, then="details", address=f"/sdgp/detail/list.do?planId={plan_id}")
    return reply(SAVED, "close")
