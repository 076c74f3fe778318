"""Numbers in sentences: with separators, and still "one" where a language has a form for it."""

from cockpit.model import formats


def counted(n: int) -> int | str:
    """For ``tr(..., n=counted(n))``: 1 stays a number, by which the form is chosen; "2,317" is text."""
    return n if n == 1 else formats.count(n)
