"""Cockpit (驾驶舱): an offline desktop cockpit for sales managers."""

__version__ = "0.1.0"
