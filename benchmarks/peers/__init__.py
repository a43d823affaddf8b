"""The same page written with other tools, to be measured beside the app."""
