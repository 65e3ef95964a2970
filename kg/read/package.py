"""The bytes of an Office file -> its parts, each as a tree of XML, by what they are to the document.

ECMA-376, part 2, Open Packaging Conventions.
"""

import io
import posixpath
import zipfile
import zlib
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from kg.errors import ReadError
from kg.read.limits import MARKUP, within

__all__ = ["FAULTS", "Package"]

FAULTS = (zipfile.BadZipFile, etree.LxmlError, zlib.error, ValueError, LookupError, NotImplementedError, RuntimeError, OSError,
          EOFError)  # fmt: skip
"""What damaged archives and markup raise; each has been met."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007, and of what is encrypted since
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UNPACKED = 100_000_000  # bytes
_PIECE = 65_536  # bytes that are unpacked at a time: an archive may hold far more than it says


class Package:
    """An archive of parts, opened once; what a part is for is said by the end of the type of the relationship that names it.

    Transitional and Strict Open XML differ in the beginnings of these types alone.
    """

    def __init__(self, data: bytes) -> None:
        """Open the archive.

        Args:
            data: The bytes of the file.

        Raises:
            ReadError: It needs a password, is of Office before 2007, or unpacks to too much.
            zipfile.BadZipFile: It is damaged, as for all of `FAULTS`.
        """
        if data.startswith(_COMPOUND):
            old = "encrypted Word document; a password is needed"
            raise ReadError(old if _ENCRYPTED in data else "Word document of before 2007; expected .docx")
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        within(sum(entry.file_size for entry in entries), _UNPACKED, "bytes when unpacked")
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self._of_package = self._related("")
        self.main = self._of_package["officeDocument"]
        self._of_main = self._related(self.main)

    def tree(self, kind: str) -> etree._Element | None:
        """The part that is of a kind to the document or its file; none where it has no such part.

        Args:
            kind: Such as `styles`, `footnotes` or `core-properties`.

        Returns:
            The root element.

        Raises:
            ReadError: The part is too large.
            zipfile.BadZipFile: It is damaged, as for all of `FAULTS`.
        """
        beside = str(PurePosixPath(self.main).with_name(f"{kind}.xml"))  # where Word itself puts it
        name = self._of_main.get(kind) or self._of_package.get(kind) or beside
        return self.read(name) if name.lower() in self._entries else None

    def read(self, name: str) -> etree._Element:
        """A part by its name.

        Args:
            name: Its path in the archive, in small or capital letters.

        Returns:
            The root element.

        Raises:
            ReadError: The part is too large.
            KeyError: There is no such part; it may be damaged, too, as for all of `FAULTS`.
        """
        entry = self._entries[name.lower()]
        within(entry.file_size, MARKUP, "bytes of text")
        with self._archive.open(entry) as file:
            data = b"".join(iter(lambda: file.read(_PIECE), b""))
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))

    def _related(self, source: str) -> dict[str, str]:
        """The parts that a part (or the package itself) names, by their kinds."""
        folder, name = posixpath.split(source)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        if source and links.lower() not in self._entries:
            return {}
        found: dict[str, str] = {}
        for link in self.read(links):
            target = posixpath.join("/", folder, unquote(link.get("Target", "")))
            if isinstance(link.tag, str) and link.get("TargetMode") != "External":
                found[link.get("Type", "").rpartition("/")[2]] = posixpath.normpath(target).lstrip("/")
        return found
