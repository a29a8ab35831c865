"""Chromium, for the tests of pages; skipped where it is missing, but not on the build server."""

import os
import shutil

import pytest

try:
    from playwright import sync_api
except ImportError:
    sync_api = None

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def need(condition, reason):
    """Skip where a browser is missing; on the build server that is a fault."""
    if not condition:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def browser():
    need(CHROMIUM, "Chromium is niet geïnstalleerd.")
    need(sync_api, "Playwright is niet geïnstalleerd.")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()
