"""A second set of exports, with what their columns mean, written down by somebody who had not seen the recognition."""
