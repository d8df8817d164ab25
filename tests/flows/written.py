"""What must stand in the sandbox's database: the campaign (`bench/chaos.py`) compares by the same words."""

from bench.written import detail_fields, provincial_fields, sheet_fields, without

__all__ = ["detail_fields", "provincial_fields", "sheet_fields", "without"]
