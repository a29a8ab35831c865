"""Writing with the report beside it: made anew on every save, and shown in a browser.

Nothing here prints: `rounds` says what came of each round, and `Server` shows it. What a round
writes are the ordinary files of `bkl render`; only the page that is served holds more.
"""
