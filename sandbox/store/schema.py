"""The tables. Amounts are INTEGER 分, quantities INTEGER hundredths, dates ISO text."""

TABLES = """
CREATE TABLE IF NOT EXISTS plans (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL, handler TEXT NOT NULL,
    region TEXT NOT NULL, unit TEXT NOT NULL,
    status TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL,
    name TEXT NOT NULL, year TEXT NOT NULL, month TEXT NOT NULL, office TEXT NOT NULL, method TEXT NOT NULL,
    purchase_date TEXT NOT NULL, deadline TEXT NOT NULL, category TEXT NOT NULL,
    research TEXT NOT NULL, international TEXT NOT NULL, import_allowed TEXT NOT NULL,
    import_approval TEXT NOT NULL DEFAULT '', award_approval TEXT NOT NULL DEFAULT '', ppp TEXT NOT NULL,
    general_budget INTEGER NOT NULL, government_fund INTEGER NOT NULL, state_capital INTEGER NOT NULL,
    fiscal_account INTEGER NOT NULL, self_raised INTEGER NOT NULL,
    agency TEXT NOT NULL, fax TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX IF NOT EXISTS plans_by_unit ON plans (unit, id);
CREATE TABLE IF NOT EXISTS details (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL UNIQUE REFERENCES plans (id) ON DELETE CASCADE,
    catalogue TEXT NOT NULL, purchase_name TEXT NOT NULL, item_code TEXT NOT NULL, item_name TEXT NOT NULL,
    price INTEGER NOT NULL, quantity INTEGER NOT NULL, measure TEXT NOT NULL, amount INTEGER NOT NULL,
    spec TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    step TEXT NOT NULL, who TEXT NOT NULL, result TEXT NOT NULL, at TEXT NOT NULL, opinion TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS log_by_plan ON log (plan_id, id);
CREATE TABLE IF NOT EXISTS sheets (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL, handler TEXT NOT NULL,
    region TEXT NOT NULL, unit TEXT NOT NULL,
    status TEXT NOT NULL, source TEXT NOT NULL, plan_number TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL,
    name TEXT NOT NULL, year TEXT NOT NULL, method TEXT NOT NULL, item_code TEXT NOT NULL, item_name TEXT NOT NULL,
    quantity INTEGER NOT NULL, measure TEXT NOT NULL, price INTEGER NOT NULL, amount INTEGER NOT NULL,
    need_date TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX IF NOT EXISTS sheets_by_unit ON sheets (unit, id);
CREATE TABLE IF NOT EXISTS sequences (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY,
    portal TEXT NOT NULL, account TEXT NOT NULL, seen_at REAL NOT NULL, over TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS wrong_passwords (
    portal TEXT NOT NULL, account TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (portal, account)
);
"""

ADDED_LATER = (("details", "created_at", "TEXT NOT NULL DEFAULT ''"),)  # to files of older sandboxes

EMPTY = """
DELETE FROM log; DELETE FROM details; DELETE FROM plans; DELETE FROM sheets;
DELETE FROM sequences; DELETE FROM sessions; DELETE FROM wrong_passwords;
"""
