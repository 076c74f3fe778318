"""The one family of errors that are meant for the user: what went wrong, and what to do next.

Everything else that is raised is a bug, and is shown as one.
"""


class CockpitError(Exception):
    """Refused for a reason that the user can act on.

    ``sentence`` says what is wrong, ``next_step`` what to do; both are in the user's language already.
    """

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()
