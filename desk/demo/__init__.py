"""The demo: ten plans, two accounts, both routes, a refusal and a return, from the files to the mall."""
