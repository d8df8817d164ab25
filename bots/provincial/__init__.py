"""The screens of the manual's part one: 山东省政府采购网."""
