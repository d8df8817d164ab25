"""Dated tables by region: the 集中采购目录 and the 限额标准."""
