"""Words that people look for in lists, as SQL: inside a name, or as the beginning of its pinyin."""

from attrs import frozen


@frozen
class WordSearch:
    """One word. ``parameters`` belong to every condition that it gives; ``number`` tells several words apart."""

    word: str
    number: int

    @property
    def parameters(self) -> dict[str, object]:
        return {
            f"inside{self.number}": f"%{_escaped(self.word)}%",
            f"start{self.number}": f"{_escaped(_as_pinyin(self.word))}%",
        }

    def inside(self, column: str) -> str:
        """The condition that the word stands in a column."""
        return rf"{column} LIKE :inside{self.number} ESCAPE '\'"

    def named(self, table: str = "") -> str:
        """The condition that a row with name, pinyin and initials is called so."""
        start = rf"LIKE :start{self.number} ESCAPE '\'"
        return f"({self.inside(f'{table}name')} OR {table}pinyin {start} OR {table}initials {start})"


def search_words(text: str) -> list[WordSearch]:
    """All of them have to be found."""
    return [WordSearch(word, number) for number, word in enumerate(text.split())]


def _as_pinyin(word: str) -> str:
    """张w is looked up as zhangw; what has no letters, or only letters, stays."""
    has_han = any("\u4e00" <= character <= "\u9fff" for character in word)
    if has_han and any(character.isascii() and character.isalpha() for character in word):
        from cockpit.model.pinyin import pinyin_key

        return pinyin_key(word)
    return word.lower()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
