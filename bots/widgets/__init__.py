"""Fields, grids, menus, buttons, pickers and dialogs, found by the words that a clerk sees."""
