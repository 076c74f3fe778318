"""The number of the newest schema, apart from the migrations: opening a store that is up to date must not import
sqlite-utils, which costs a tenth of a second before the first window."""

SCHEMA_VERSION = 6
