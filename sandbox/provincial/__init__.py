"""The provincial portal as the manual's part one shows it: JSP-like pages in GBK, frames, popups, native dialogs."""
