"""What the server answers besides the page: the browser's files, their data, every download. No Streamlit here."""
