"""The page of data to mend."""
