"""What the server answers besides the page: files for the browser, data and downloads; no Streamlit here."""
