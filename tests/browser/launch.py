"""Which browser the tests use, and how. Run as a program, it starts Playwright's driver and the browser once."""

import shutil
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-dev-shm-usage",  # a container has little shared memory
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Options with which a browser runs in any container, and does nothing that the page did not ask for."""
OFF = (
    "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying",
    "OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning", "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)  # fmt: skip
"""What Playwright turns off, and what draws two hidden pages for the address bar of each window.

Those take longer than the window itself. The browser reads only one such list, the last one.
"""

LETTERS = "Dushanbe Душанбе Тоҷикистон دوشنبه"
"""The scripts of the data."""


def launched(playwright: Playwright) -> Browser:
    """Start the browser found on this machine, or the one that Playwright installed."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(executable_path=found, args=[*QUIET, f"--disable-features={','.join(OFF)}"])


def main() -> str | None:
    """Start both. Say what is wrong, in a few words on the last line; None if nothing is."""
    with sync_playwright() as playwright:
        try:
            browser = launched(playwright)
        except Error as error:
            said = str(error)
            reason = "there is no Chrome or Chromium" if "Executable doesn't exist" in said else said.splitlines()[0]
            return f"{said}\n{reason}"
        page = browser.new_page()
        page.set_content(f"<span>{LETTERS}</span>")
        width = page.locator("span").bounding_box()["width"]
        browser.close()
    return None if width > 0 else "there are no fonts"


if __name__ == "__main__":
    sys.exit(main())
