"""Who organizes events with whom."""
