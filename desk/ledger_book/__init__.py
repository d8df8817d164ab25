"""The 台账 that centres keep: the ledger as an Excel file or as CSV, one row a plan."""
