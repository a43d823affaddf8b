"""What the reader sees, drawn with Streamlit; computing belongs in the rooms above."""
