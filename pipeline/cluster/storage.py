"""Files at any path that Spark reads (local, hdfs, s3a): asked, written, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Files of a folder that are looked at to tell what is in it.
_LOOKED_AT = 200


class Storage:
    """The file system below a path, through the JVM's own client."""

    def __init__(self, spark: SparkSession) -> None:
        self._jvm: Any = spark._jvm
        self._conf: Any = spark._jsc.hadoopConfiguration()

    def exists(self, path: str) -> bool:
        """Tell whether a file or folder is there."""
        found, system = self._at(path)
        return bool(system.exists(found))

    def is_folder(self, path: str) -> bool:
        """Tell whether a folder is there."""
        found, system = self._at(path)
        return bool(system.exists(found) and system.getFileStatus(found).isDirectory())

    def is_empty(self, path: str) -> bool:
        """Tell whether nothing is there but perhaps an empty folder."""
        found, system = self._at(path)
        return not system.exists(found) or (
            system.getFileStatus(found).isDirectory() and not len(system.listStatus(found))
        )

    def file_names(self, path: str) -> list[str]:
        """Names of the first files that a path, folder or glob leads to."""
        found, system = self._at(path)
        names: list[str] = []
        for status in system.globStatus(found) or ():
            files = system.listFiles(status.getPath(), True)
            while files.hasNext() and len(names) < _LOOKED_AT:
                names.append(str(files.next().getPath().getName()))
        return names

    def remove(self, path: str) -> None:
        """Remove a file or folder, if it is there."""
        found, system = self._at(path)
        system.delete(found, True)

    def write_text(self, path: str, content: str) -> None:
        """Write a small file, in the place of a former one."""
        found, system = self._at(path)
        stream = system.create(found, True)
        try:
            stream.write(bytearray(content.encode("utf-8")))
        finally:
            stream.close()

    def read_text(self, path: str) -> str | None:
        """Return what a small file holds; None where it is missing."""
        found, system = self._at(path)
        if not system.exists(found):
            return None
        stream = system.open(found)
        try:
            return bytes(stream.readAllBytes()).decode("utf-8")
        finally:
            stream.close()

    def _at(self, path: str) -> tuple[Any, Any]:
        found = self._jvm.org.apache.hadoop.fs.Path(path)
        return found, found.getFileSystem(self._conf)
