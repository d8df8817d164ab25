"""What Prometheus reads: where the plans stand, what the schedules do, what could not be told yet."""

from collections import Counter
from collections.abc import Iterator, Sequence

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from desk.serve.service import State
from flows.ledger import Ledger, outbox


def registry_of(ledger: Ledger, states: Sequence[State]) -> CollectorRegistry:
    """Our figures, and the process's own (memory, CPU, open files)."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    registry.register(_Figures(ledger, states))
    return registry


class _Figures(Collector):
    def __init__(self, ledger: Ledger, states: Sequence[State]) -> None:
        self._ledger, self._states = ledger, states

    def collect(self) -> Iterator[Metric]:
        filings = GaugeMetricFamily("yuncai_filings", "Plans by stage and hold", labels=["stage", "hold"])
        for (stage, hold), count in Counter(self._ledger.standings()).items():
            filings.add_metric([stage, hold or ""], count)
        yield filings
        waiting = len(outbox.waiting(self._ledger))
        yield GaugeMetricFamily("yuncai_notices_waiting", "Notices not sent yet", value=waiting)
        states = self._states
        yield self._by_schedule("due_seconds", "When it is due next", [state.begins.timestamp() for state in states])
        yield self._by_schedule("running", "Whether it is under way", [float(bool(state.child)) for state in states])
        yield self._by_schedule("runs", "Commands that were started", [float(state.runs) for state in states])
        yield self._by_schedule("tries", "Of the turn under way", [float(state.tries) for state in states])
        yield self._by_schedule("exit_code", "How the last one ended", [_number(state.exit_code) for state in states])

    def _by_schedule(self, name: str, told: str, values: Sequence[float]) -> Metric:
        family = GaugeMetricFamily(f"yuncai_schedule_{name}", told, labels=["schedule", "run"])
        for state, value in zip(self._states, values, strict=True):
            family.add_metric([state.schedule.name, state.schedule.run], value)
        return family


def _number(value: int | None) -> float:
    return float("nan") if value is None else float(value)
