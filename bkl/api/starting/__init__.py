"""Beginning: a workspace in an empty folder, and the next year from this one."""
