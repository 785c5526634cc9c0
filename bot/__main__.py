"""``python -m bot``: the same as ``udajang``, for the program itself to start, wherever it was installed."""

from bot.cli import main

main()
