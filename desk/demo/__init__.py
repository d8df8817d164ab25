"""The demo: eight plans, two accounts, both routes, a refusal and a return, from the files to the mall."""
