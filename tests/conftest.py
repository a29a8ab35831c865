"""Settings that all tests share."""

import os
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.chromium import browser  # noqa: F401 - a fixture

# the last net is for people: in a test a fault must be seen
os.environ["BKL_DEBUG"] = "1"
# programs that tests start find what was compiled, as on a user's machine: half of their time
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# no test is timed: a busy machine is no fault; `make test` gives the same result every time
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("vast", derandomize=True, max_examples=60, **COMMON)
settings.register_profile("lang", max_examples=2_000, **COMMON)
settings.load_profile("lang" if os.environ.get("BKL_LANG") else "vast")


@cache
def _keeps_goldens(path: Path) -> bool:
    return "golden" in path.read_text(encoding="utf-8").casefold()


def pytest_collection_modifyitems(config, items):
    """With BKL_GOLDEN only the modules that keep golden files run: `make golden DEEL=gap`."""
    if os.environ.get("BKL_GOLDEN"):
        kept = [item for item in items if _keeps_goldens(item.path)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """Keep what tests leave in the cache of bkl out of that of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
