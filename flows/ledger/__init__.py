"""What we know of every filing, with its history: where it is, and what proves it."""

from flows.ledger.book import Ledger
from flows.ledger.records import Filing, HistoryLine, Intent, LogLine, Reading, Trouble

__all__ = ["Filing", "HistoryLine", "Intent", "Ledger", "LogLine", "Reading", "Trouble"]
