"""The front door: the server. `streamlit run app.py` serves the page and its files from one process."""

import streamlit as st

from dashboard import library, routes

# Streamlit puts its own addresses under the base path, but not those of others.
under = st.get_option("server.baseUrlPath")
app = st.App("dashboard/page.py", routes=routes.routes(library.shared(), under))
