"""The pages, a folder each: what a reader sees of the frames, as figures, sentences, HTML and tables."""
