"""A reply that gets lost on its way to a script.

A browser sends a request again by itself when a connection that it had used before is cut before any answer, as often
as it has such connections left, and what was sent would be kept twice without anybody's doing. So this reply begins and
breaks off: the script gets its error, and the browser keeps still.
"""

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sandbox.weather import CutReply

HEAD = [(b"content-type", b"application/json"), (b"content-length", b"64")]


class BrokenReply(Response):
    """A head that promises a body, and then the end of the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head, hang up, and wait until the server has seen it."""
        await send({"type": "http.response.start", "status": 200, "headers": HEAD})
        await send({"type": "http.response.body", "body": b'{"code":', "more_body": True})
        await asyncio.sleep(0)
        scope["sandbox.cut"].__self__.close()  # the transport: what is written still goes out
        while (await receive())["type"] != "http.disconnect":
            continue


def broken(response: Response) -> Response:
    """Break a reply off where the weather would cut it."""
    return BrokenReply() if isinstance(response, CutReply) else response
