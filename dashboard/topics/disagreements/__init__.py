"""The questions on which sources disagree, each with its sides."""
