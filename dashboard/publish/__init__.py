"""The edition without a server: the same dashboard as a folder of files, or as one file."""
