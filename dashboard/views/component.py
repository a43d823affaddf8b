"""How a component is declared: its module is loaded by address, so that a rerun sends only the state.

The modules of a page share the state of the reader. So a page keeps the version of the scripts that it began with, even
if the server was updated since. An old script that the page has not loaded yet is no longer on the server.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

LOADER = """
export default async (component) => {
  const { scripts } = component.data.urls;
  const first = (window.dashboardScripts ??= scripts);
  const own = Object.entries(component.data.urls).map(([name, url]) => [name, url.replace(scripts, first)]);
  const urls = Object.fromEntries(own);
  let module;
  try {
    module = await import(new URL(urls.MODULE, document.baseURI).href);
  } catch {
    document.getElementById("early")?.remove();
    component.parentElement.textContent = first === scripts
      ? "A part of this page did not arrive. Reload the page."
      : "The dashboard was updated while this page was open. Reload the page.";
    return;
  }
  return module.default({ ...component, data: { ...component.data, urls } });
};
"""


def declare(name: str, module: str) -> Callable[..., Any]:
    """Declare a component; the result draws it.

    `module` is the key of its script in `files.urls`. The data that is drawn must have these addresses under `urls`.
    """
    return st.components.v2.component(name, js=LOADER.replace("MODULE", module), isolate_styles=False)
