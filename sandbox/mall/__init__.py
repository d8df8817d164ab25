"""The mall 齐鲁云采 聊城市网上商城 in miniature (manual, part two): public pages, login, and the XHR back office."""
