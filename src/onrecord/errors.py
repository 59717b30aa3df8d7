"""Every exception we raise on purpose: a caller's mistake, with its facts and what to do about it."""


class OnrecordError(Exception):
    """Any mistake that onrecord names; its text is one sentence that a person can act on."""


class MissingExtraError(OnrecordError):
    """Something was asked for that needs packages which are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(f"{what} needs packages that are not installed: pip install 'onrecord[{extra}]'")


class ArchiveError(OnrecordError):
    """Something about an archive file; `path` is the file."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        super().__init__(message)


class NoArchiveError(ArchiveError):
    """There is no file at that path."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"there is no archive at {path}: make one with 'onrecord add {path} PAGE...'")


class NotAnArchiveError(ArchiveError):
    """The file is something else."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"{path} is not an onrecord archive; it was left as it is")


class NewerArchiveError(ArchiveError):
    """The archive was made by a newer onrecord."""

    def __init__(self, path: str, version: int, known: int) -> None:
        self.version = version
        self.known = known
        super().__init__(
            path,
            f"{path} was made by a newer onrecord (its layout is {version}, this one knows {known}): upgrade onrecord",
        )


class ArchiveReadOnlyError(ArchiveError):
    """The archive is to be changed, but cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"{path} cannot be written: check the rights of the file and its folder")


class ArchiveBusyError(ArchiveError):
    """Another process kept writing to the archive for longer than we wait."""

    def __init__(self, path: str, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            path,
            f"another process is writing to {path}; waited {seconds:g} seconds. Try again when it is done",
        )


class ArchiveFullError(ArchiveError):
    """There is no room on the disk; what was added before is kept whole."""

    def __init__(self, path: str) -> None:
        super().__init__(
            path, f"no room is left on the disk of {path}; every page added before is kept whole"
        )


class ArchiveDamagedError(ArchiveError):
    """The file is an archive, but SQLite finds it damaged."""

    def __init__(self, path: str, detail: str) -> None:
        self.detail = detail
        super().__init__(path, f"{path} is damaged ({detail}): restore it from a copy, or add the pages anew")


class NoSuchError(ArchiveError):
    """The archive has no article, person, statement or page of that name."""

    def __init__(self, path: str, what: str, name: object) -> None:
        self.what = what
        self.name = name
        super().__init__(path, f"there is no {what} {name} in {path}")


class RulingError(ArchiveError):
    """People cannot be merged or split as asked."""


class QueryError(OnrecordError):
    """A search that cannot be understood; `at` is the place in the query, from 0."""

    def __init__(self, query: str, at: int, message: str) -> None:
        self.query = query
        self.at = at
        super().__init__(message)


class SlowQueryError(OnrecordError):
    """A search that took longer than the caller allowed."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            f"the search took longer than {seconds:g} seconds; make it narrower, by a day or a site"
        )


class UnknownFormatError(OnrecordError):
    """A format was asked for that there is none of."""

    def __init__(self, format: str, known: tuple[str, ...]) -> None:
        self.format = format
        self.known = known
        super().__init__(f"there is no format {format!r}; there are {', '.join(known)}")


class NotWritableError(OnrecordError):
    """A file that was to be written cannot be; `path` is the file."""

    def __init__(self, path: str, why: str) -> None:
        self.path = path
        self.why = why
        super().__init__(f"{path} cannot be written: {why}")


class NotReadingsError(OnrecordError):
    """A file that should hold readings as `onrecord read --json` prints them does not."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        self.path = path
        self.line = line
        self.why = why
        place = f", line {line}" if line is not None else ""
        super().__init__(f"{path}{place} holds no reading: {why}; 'onrecord read --json' makes them")


class UnknownRunnerError(OnrecordError):
    """A runner was asked for that there is none of."""

    def __init__(self, runner: str, known: tuple[str, ...]) -> None:
        self.runner = runner
        self.known = known
        super().__init__(f"there is no runner {runner!r}; there are {', '.join(known)}")


class ClusterNotReachedError(OnrecordError):
    """A Ray cluster did not answer, or Ray did not start on this machine."""

    def __init__(self, address: str | None, detail: str) -> None:
        self.address = address
        self.detail = detail
        where = (
            f"the cluster at {address} was not reached" if address else "Ray did not start on this machine"
        )
        super().__init__(f"{where}: {detail}")


class CollectionDiffersError(OnrecordError):
    """What is collected into was begun by another version or with other choices."""

    def __init__(self, path: str, before: str, now: str) -> None:
        self.path = path
        self.before = before
        self.now = now
        super().__init__(
            f"{path} was begun with other choices ({before}) than now ({now}): collect into a new place"
        )


class PortTakenError(OnrecordError):
    """The port that was asked for is in use."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__(
            f"port {port} is in use by another program; choose another with --port, or leave it out"
        )
