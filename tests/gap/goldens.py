"""What people see, kept as files beside the tests; BKL_GOLDEN=1 writes them anew."""

import os


def assert_golden(folder, name, text):
    path = folder / "golden" / name
    if os.environ.get("BKL_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()
