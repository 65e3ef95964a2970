"""Documents made of a few lines."""

from kg.model import Alignment, Block, BlockKind, Document, Span


def document(text: str, *, published: str = "", before: str = "", kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """A document with a block for each line of `text`; in its source text, `before` stands before them."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    alignment = Alignment((0,), (len(before),))
    return Document("00ff", "note.txt", before + text, text, alignment, tuple(blocks), published=published)
