"""How good the data is: what is known of each event, and open problems by rule."""
