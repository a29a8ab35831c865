"""One file per kind of file that is read, named after its extension: `read(data) -> list[Grid]`."""
