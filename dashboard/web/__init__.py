"""The address of the page, its first HTML, and files, data and downloads that the server gives; no Streamlit here."""
