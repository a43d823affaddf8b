"""What Streamlit draws, and the session of a reader; what is shown is computed in the rooms above."""
