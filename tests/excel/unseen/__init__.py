"""Export files as people get them, with what their columns mean, written down before the import was run on them."""
