"""The engine: durable workflows and steps on DBOS, in one process or in many. Nothing else imports `dbos`.

A workflow's steps are recorded as they finish. Our steps look before they act, so a step that ran without being
recorded may run again, and a workflow that died may be begun anew.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa
from dbos import (
    DBOS,
    DBOSClient,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    EnqueueOptions,
    SetEnqueueOptions,
    SetWorkflowID,
    WorkflowHandleAsync,
)

P = ParamSpec("P")
T = TypeVar("T")

# A step is found again by its place and name: when a flow's steps change, this changes too, and open filings begin a
# new attempt (which is safe, since every step looks first).
FLOW_VERSION = "2"
POLL_SECONDS = 0.3  # only shifts are queued and waited for, never single plans
HEARTBEAT_SECONDS = 5.0
KEEP_DAYS = 30
MOST_DEATHS = 100  # of workers with one shift: then it may be what kills them, and waits for the next run
SHIFTS = "shifts"
APPLICATION = "yuncai"
UNDER_WAY = frozenset({"PENDING", "ENQUEUED", "DELAYED"})


def workflow(name: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a coroutine function a durable workflow; its arguments and result are plain JSON values."""
    return DBOS.workflow(name=name, max_recovery_attempts=MOST_DEATHS)


def step(name: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a coroutine function a recorded step of a workflow."""
    return DBOS.step(name=name)


async def as_child(workflow_id: str, child: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a workflow inside another one, under an id of its own: the same id never runs twice."""
    with SetWorkflowID(workflow_id):
        return await child(*args, **kwargs)


def speak_into_our_log() -> None:
    """The engine's log goes where ours goes: a clerk's terminal shows no traceback."""
    log = logging.getLogger("dbos")
    log.handlers.clear()
    log.propagate = True


class Engine:
    """Starts the engine on a database, queues shifts (one at a time for each lane), and stops it."""

    def __init__(self, database: sa.Engine, *, executor: str, lanes: int, shared: bool = False) -> None:
        """`shared`: one of many on this database, all of which take from one queue; `executor` is then unique."""
        self._lanes, self._shared = lanes, shared
        DBOS(
            config=DBOSConfig(
                name=APPLICATION,
                system_database_engine=database,
                system_database_url=str(database.url),
                application_version=FLOW_VERSION,
                executor_id=executor,
                log_level="ERROR",
                serializer=DBOSPortableJSONSerializer(),  # readable JSON, never pickles; no secret is ever among it
                use_listen_notify=False,
                notification_listener_polling_interval_sec=1.0,
                scheduler_polling_interval_sec=30.0,
            )
        )
        speak_into_our_log()
        self._queue = SHIFTS if shared else f"{SHIFTS}-{executor}"
        DBOS.listen_queues([self._queue])

    async def start(self) -> None:
        """Launch inside the running loop, so that workflows share it with the browser.

        What a crash left unfinished is cancelled: the run that starts now begins a new attempt of whatever its operator
        asks for, and nothing else goes on by itself. (Of many workers, the others take it over instead.) What ended
        long ago is cleaned away; the ledger keeps its history.
        """
        DBOS.launch()
        if not self._shared:
            left = await DBOS.list_workflows_async(status=["PENDING", "ENQUEUED"], load_input=False, load_output=False)
            if left:
                await DBOS.cancel_workflows_async([workflow.workflow_id for workflow in left])
        cutoff = (datetime.now(UTC) - timedelta(days=KEEP_DAYS)).isoformat()
        old = await DBOS.list_workflows_async(completed_before=cutoff, load_input=False, load_output=False)
        if old:
            await DBOS.delete_workflows_async([workflow.workflow_id for workflow in old])
        await DBOS.register_queue_async(
            self._queue,
            partition_concurrency=1,
            worker_concurrency=self._lanes,
            polling_interval_sec=POLL_SECONDS,
            on_conflict="always_update",
        )

    async def queue(
        self, shift: Callable[..., Coroutine[Any, Any, T]], *, workflow_id: str, lane: str, args: tuple[Any, ...]
    ) -> str:
        """Queue a workflow on a lane; the same id is queued once, however often this is called."""
        with SetWorkflowID(workflow_id), SetEnqueueOptions(queue_partition_key=lane):
            handle = await DBOS.enqueue_workflow_async(self._queue, shift, *args)
        return handle.workflow_id

    async def finished(self, workflow_id: str, still_well: Callable[[], None]) -> None:
        """Wait until a workflow has ended, well or badly.

        `still_well` is called every few seconds and raises when the wait is vain: an engine that cannot write its
        database never records an end.
        """
        handle: WorkflowHandleAsync[Any] = await DBOS.retrieve_workflow_async(workflow_id)
        result = asyncio.ensure_future(handle.get_result(polling_interval_sec=POLL_SECONDS))
        try:
            while not (await asyncio.wait({result}, timeout=HEARTBEAT_SECONDS))[0]:
                still_well()
            await result
        finally:
            result.cancel()

    def executors(self) -> set[str]:
        """Whoever has begun what has not ended, by name: dead ones are among them until their work is taken over."""
        begun = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        return {workflow.executor_id for workflow in begun if workflow.executor_id}

    def adopt(self, executor: str) -> int:
        """Let others run what a dead executor has left unfinished, each where it stood; gives how many that were.

        What was begun by other flows than ours (before an update) is ended instead: its steps are not ours to go on
        with, and while it seems to be under way its lane is closed. The next run begins a new attempt of it.
        """
        begun = DBOS.list_workflows(status="PENDING", executor_id=executor, load_input=False, load_output=False)
        if foreign := [workflow.workflow_id for workflow in begun if workflow.app_version != FLOW_VERSION]:
            DBOS.cancel_workflows(foreign)
        recovered = DBOS._recover_pending_workflows([executor])  # noqa: SLF001 - the version is pinned exactly
        return len(recovered) + len(foreign)

    async def stop(self) -> None:
        """Stop the engine; call it after the workflows have come to rest and the browser is closed."""
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=0)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())  # it took the loop's own and shut it down


class Dispatcher:
    """Queues shifts for the workers of a shared database, and waits for their ends; runs nothing itself."""

    def __init__(self, database: sa.Engine) -> None:
        self._client = DBOSClient(
            system_database_engine=database,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
        )

    async def queue(self, shift: str, *, workflow_id: str, lane: str, args: tuple[Any, ...]) -> str:
        """Queue a workflow by its name; the same id is queued once."""
        options: EnqueueOptions = {
            "queue_name": SHIFTS,
            "workflow_name": shift,
            "workflow_id": workflow_id,
            "queue_partition_key": lane,
            "app_version": FLOW_VERSION,
        }
        handle: WorkflowHandleAsync[Any] = await self._client.enqueue_async(options, *args)
        return handle.workflow_id

    async def end_of(self, workflow_id: str) -> bool | None:
        """Whether a workflow has ended well; None while it is under way."""
        handle: WorkflowHandleAsync[Any] = await self._client.retrieve_workflow_async(workflow_id)
        status = (await handle.get_status()).status
        return None if status in UNDER_WAY else status == "SUCCESS"

    def close(self) -> None:
        """Let go of the database."""
        self._client.destroy()
