"""What a writer is: the words for jobs, and jobs that stand behind a name."""

from ...languages.bylines import JOBS, ROLES


def without_job(text: str) -> tuple[str, str | None]:
    """A byline and the job that its last words name without a comma: `Mara Quill Chefredakteurin`; a job alone is no name."""
    words = text.split()
    if not words or words[-1].lower() not in JOBS or "," in text:
        return text, None
    at = len(words)
    while at and words[at - 1].lower() in ROLES:
        at -= 1
    if at == 0 or (len(words) > 2 and (at < 2 or words[0].lower() in ROLES)):
        return "", text
    if at < 2 or words[at - 1].lower() in ("and", "und", "et", "y", "&"):
        return text, None
    return " ".join(words[:at]), " ".join(words[at:])


def is_role(piece: str) -> bool:
    """Whether a piece of a byline says what somebody is: a third of its words at least are such words."""
    words = [word.strip(".,").lower() for word in piece.split()]
    return len(words) <= 8 and sum(word in ROLES for word in words) >= max(1, (len(words) + 1) // 3)
