"""How people meet the bot: the command line, the report, the catalogue of messages."""
