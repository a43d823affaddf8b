"""What was changed in the data, when and why."""
