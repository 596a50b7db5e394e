"""The bytes of one input: unpacked, in bounded memory, wide encodings brought to UTF-8."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from pipeline.errors import ArticleError
from pipeline.load.inputs import Source, unreadable

_CHUNK = 1 << 18
_GZIP = b"\x1f\x8b"
# French text packs 3:1, JSON lines of near-equal records up to about 60:1, and a gzip
# bomb about 1000:1. Beyond ``max_bytes`` a stream that unpacks better is no article.
_MAX_RATIO = 200

# The marks of UTF-32 begin like those of UTF-16: longest first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class _Replay(io.RawIOBase):
    """A stream with its first bytes put back, counting what is taken from it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest, self.taken = first, rest, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._first[: len(buffer)] or self._rest.read(len(buffer))
        self._first = self._first[len(data) :]
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


class Content:
    """One opened input; read it once, by ``read_all`` or by ``lines``.

    ``head`` holds the first bytes (up to 256 kB) and can be looked at before.
    """

    def __init__(self, chunks: Iterator[bytes], *, max_bytes: int, size: int | None) -> None:
        self._chunks, self._max_bytes, self._size = chunks, max_bytes, size
        self.head = next(self._chunks, b"")

    def chunks(self) -> Iterator[bytes]:
        """Give the head and the rest."""
        if self.head:
            yield self.head
        yield from self._chunks

    def read_all(self) -> bytes:
        """Give everything.

        Raises:
            ArticleError: more than the limit, a broken gzip, an error of the system.
        """
        if self._size is not None and self._size > self._max_bytes:
            raise ArticleError(too_large(self._max_bytes, self._size))
        parts: list[bytes] = []
        total = 0
        for chunk in self.chunks():
            total += len(chunk)
            if total > self._max_bytes:
                raise ArticleError(too_large(self._max_bytes))
            parts.append(chunk)
        return b"".join(parts)

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Give number (from 1) and bytes of each line that is not blank.

        None stands for a line beyond the limit of size, which is skipped.

        Raises:
            ArticleError: from where the input breaks off; the lines before are given.
        """
        number, pending, skipping = 1, b"", False
        for chunk in self.chunks():
            parts = chunk.split(b"\n")
            parts[0] = pending + parts[0]
            for line in parts[:-1]:
                if skipping or len(line) > self._max_bytes:
                    skipping = False
                    yield number, None
                elif line.strip():
                    yield number, line
                number += 1
            pending = parts[-1]
            if skipping or len(pending) > self._max_bytes:
                skipping, pending = True, b""
        if skipping:
            yield number, None
        elif pending.strip():
            yield number, pending


@contextmanager
def open_content(source: Source, max_bytes: int) -> Iterator[Content]:
    """Open a file or standard input, packed or not.

    Raises:
        ArticleError: it cannot be opened, or its gzip is broken from the start.
    """
    if source.path is None:
        yield _content(sys.stdin.buffer, source, max_bytes, size=None)
        return
    try:
        stream = source.path.open("rb")
    except OSError as error:
        raise ArticleError(unreadable(error)) from error
    with stream:
        size = source.path.stat().st_size
        yield _content(stream, source, max_bytes, size=size)


def _content(stream: BinaryIO, source: Source, max_bytes: int, *, size: int | None) -> Content:
    try:
        first = stream.read(len(_GZIP))
    except OSError as error:
        raise ArticleError(unreadable(error)) from error
    if source.gzipped and first and first != _GZIP:
        raise ArticleError("broken gzip")
    raw = _Replay(first, stream)
    if first == _GZIP:
        chunks, size = _unpack(raw, max_bytes), None
    else:
        chunks = _read(raw)
    return Content(_to_utf8(chunks), max_bytes=max_bytes, size=size)


def _read(raw: _Replay) -> Iterator[bytes]:
    buffered = io.BufferedReader(raw, _CHUNK)
    try:
        while chunk := buffered.read(_CHUNK):
            yield chunk
    except OSError as error:
        raise ArticleError(unreadable(error)) from error


def _unpack(raw: _Replay, max_bytes: int) -> Iterator[bytes]:
    unpacked = 0
    try:
        with gzip.GzipFile(fileobj=io.BufferedReader(raw)) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > max_bytes and unpacked > raw.taken * _MAX_RATIO:
                    raise ArticleError(too_large(max_bytes))
                yield chunk
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ArticleError("broken gzip") from error
    except OSError as error:
        raise ArticleError(unreadable(error)) from error


def _to_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Transcode UTF-16 and UTF-32, which hold zero bytes and cannot be split at ``\\n``."""
    first = next(chunks, b"")
    encoding = _wide_encoding(first)
    if encoding is None:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)("ignore")
    yield decoder.decode(first).encode("utf-8", "replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _wide_encoding(head: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    # Latin text in UTF-16 without a mark: nearly every second byte is zero, and those
    # of the other parity are not. In a binary file zeros fall on both.
    even, odd = sample[::2].count(0) * 2, sample[1::2].count(0) * 2
    if odd > 0.8 * len(sample) and even < 0.02 * len(sample):
        return "utf-16-le"
    if even > 0.8 * len(sample) and odd < 0.02 * len(sample):
        return "utf-16-be"
    return None


def too_large(limit: int, size: int | None = None) -> str:
    """Give the reason of an input beyond the limit; ``size`` in bytes where it is known."""
    if size is None:
        return f"too large (over {_human(limit)})"
    shown = _human(size)
    if shown == _human(limit):
        shown = f"{size:,} bytes"
    return f"too large ({shown}; the limit is {_human(limit)})"


def _human(size: int) -> str:
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= scale:
            return f"{size / scale:.0f} {unit}"
    return f"{size} bytes"
