"""A third set of exports, of the daily life of sales managers."""
