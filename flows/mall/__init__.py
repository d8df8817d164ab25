"""The manual's part two: 自建计划单 in 聊城市网上商城."""
