"""PDFs and Word files that were damaged by chance, always the same: each is read, with a warning or without, or is one line."""

import io
import random
import re
import zipfile

import pytest

from kg.errors import ReadError
from kg.read.load import of_file
from tests.read.files_made import markup, pdf, zipped

LINES = [(11, "Egypt left the talks with Ethiopia on Tuesday."), (11, "Sudan followed a few hours later, said two envoys.")]
MORE = [(11, "Nobody else left the talks, and none of them will be back."), (11, "So it was said in Cairo on Wednesday.")]
BODY = (
    '<w:p><w:r><w:t>Egypt left the talks.</w:t></w:r><w:ins><w:r><w:t> So did Sudan.</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Nobody else did.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)
NOTES = '<w:footnote w:id="1"><w:p><w:r><w:t>It was on Tuesday.</w:t></w:r></w:p></w:footnote>'
WHOLE = {
    "plain.pdf": pdf(LINES, MORE, title="Nile talks"),
    "owned.pdf": pdf(LINES, MORE, owner="nile", method="AES-256"),
    "text.docx": markup(BODY, footnotes=NOTES, styles=""),
    "strict.docm": markup(BODY, footnotes=NOTES, styles="", strict=True),
}


def changed(data: bytes, chance: random.Random) -> bytes:
    """Bytes that were overwritten, lost, doubled or cut off."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        place, length = chance.randint(0, len(damaged)), chance.randint(1, 60)
        piece = chance.choice((chance.randbytes(1), b"", damaged[place : place + length] * 2))
        damaged[place : place + (1 if len(piece) == 1 else length)] = piece
    return bytes(damaged[: chance.choice((len(damaged), len(damaged), chance.randint(0, len(damaged))))])


def repacked(data: bytes, chance: random.Random) -> bytes:
    """An archive that is whole, of which one part is damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice(sorted(parts))
    return zipped(parts | {victim: changed(parts[victim], chance)})


def crossed(data: bytes, chance: random.Random) -> bytes:
    """A PDF some of whose numbers, names and references stand in each other's places."""
    tokens = list(re.finditer(rb"\d+ 0 R|/[A-Z]\w+|\d+", data))
    for _ in range(chance.randint(1, 4)):
        one, other = chance.sample(tokens, 2)
        data = data[: one.start()] + other[0][: len(one[0])].ljust(len(one[0])) + data[one.end() :]
    return data


@pytest.mark.parametrize("name", WHOLE)
def test_no_damage_ends_a_run(name):
    told = set()
    for number in range(120):
        chance = random.Random(f"{name} {number}")
        harm = chance.choice((changed, crossed if name.endswith("pdf") else repacked))
        try:
            told.update(of_file(harm(WHOLE[name], chance), name).warnings)
        except ReadError as error:
            told.add(str(error))
    assert not any("\n" in line for line in told)
    assert any("broken" in line for line in told)
    assert any("damaged" in line for line in told)


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_whole_has_no_warning(name):
    read = of_file(WHOLE[name], name)
    assert read.warnings == ()
    assert "Egypt left the talks" in read.text
