"""What Streamlit draws, and the address of the page; what is shown is computed in the rooms above."""
