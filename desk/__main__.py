"""`python -m desk` is `yuncai`, for a machine where the command is not on the path."""

from desk.cli import main

if __name__ == "__main__":
    main()
