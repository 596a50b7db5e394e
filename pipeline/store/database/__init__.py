"""Facts in a SQL database, batch after batch: SQLite by default, PostgreSQL by URL.

The map: :mod:`.sink` is what a run holds, :mod:`.write` one transaction, :mod:`.schema`
the tables, :mod:`.migrate` their versions, :mod:`.spool` what waits on disk while a
server is down. Nothing heavy is imported here.
"""
