"""How a component is declared: its module is loaded by address, so that a rerun carries the state alone."""

from collections.abc import Callable

import streamlit as st

LOADER = """
export default async (component) => {
  let module;
  try {
    module = await import(new URL(component.data.urls.MODULE, document.baseURI).href);
  } catch {
    component.parentElement.textContent = "A part of this page did not arrive. Reload the page.";
    return;
  }
  return module.default(component);
};
"""


def declare(name: str, module: str) -> Callable:
    """Declare a component; `module` is its key in `files.urls`, which its data must hold under `urls`."""
    return st.components.v2.component(name, js=LOADER.replace("MODULE", module), isolate_styles=False)
