"""The rules themselves, for people: all of them in a list, and the manual page of one."""
