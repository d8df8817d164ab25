"""The screens of the manual's part two: 齐鲁云采 聊城市网上商城."""
