"""Who may ask the server what: this machine's browser, from our pages, and to write with our token."""

import hmac
import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What our own pages may load: our own files, nothing written inline, nothing from elsewhere."""

SAVED_PAGE = (
    "sandbox; default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
"""What a saved page may load: our stylesheet and type. The sandbox takes its scripts, forms and origin away."""

SAFE_METHODS = frozenset({"GET", "HEAD"})

LARGEST_FORM = 64 * 1024
"""Bytes that a form without files may have."""

LARGEST_DROP = 256 * 1024 * 1024
"""Bytes that one drop of files may have together."""


def new_token() -> str:
    """A secret that nobody can guess, made once each time the server starts."""
    return secrets.token_urlsafe(32)


def same_token(given: object, token: str) -> bool:
    """Whether a form brought the server's token; compared in constant time."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), token.encode())


class Guards:
    """Turns away what does not come from this machine's browser, and says in headers what pages may do.

    A website that the user visits at the same time can make the browser send requests here. It cannot choose
    their `Host` (unless by DNS rebinding, which is why the name is checked), their `Origin` or their
    `Sec-Fetch-Site`.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or pass on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _put_headers(MutableHeaders(scope=message), public=scope["path"].startswith("/static/"))
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            status, sentence = refusal
            await PlainTextResponse(sentence, status)(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the sentence to refuse with; None if the request may pass."""
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self.hosts:
            return 421, "This archive answers only at the address it was opened at."
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site")
        if scope["method"] in SAFE_METHODS:
            # A link from another site may lead here; an image, a script or a fetch of theirs may not ask.
            # The package's own files are public, and a sandboxed saved page (its own origin) needs them.
            probing = site in ("cross-site", "same-site") and headers.get("sec-fetch-mode") != "navigate"
            if probing and not scope["path"].startswith("/static/"):
                return 403, "Another site asked for this; it was not given."
            return None
        if origin is not None:
            if origin.lower() != f"http://{host}":
                return 403, "Another site asked to change the archive; nothing was changed."
        elif site not in (None, "same-origin"):
            return 403, "Another site asked to change the archive; nothing was changed."
        largest = LARGEST_DROP if scope["path"] == "/add" else LARGEST_FORM
        try:
            length = int(headers.get("content-length", ""))
        except ValueError:
            return 411, "The length of what is sent must be told."
        if not 0 <= length <= largest:
            return 413, f"That is more than {largest // 1024:,} kB at once; use `onrecord add` for so much."
        return None


def _put_headers(headers: MutableHeaders, *, public: bool) -> None:
    """Say what the page may do, unless the route has said it more strictly."""
    if public:
        # A saved page is shown as nobody's: its sandbox may have the package's own fonts, as anybody may.
        headers["access-control-allow-origin"] = "*"
    headers.setdefault("content-security-policy", OWN_PAGE)
    headers.setdefault("cache-control", "no-cache")
    headers["x-content-type-options"] = "nosniff"
    headers["referrer-policy"] = "same-origin"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def own_hosts(port: int) -> tuple[str, ...]:
    """The names this machine's browser knows the server by."""
    return tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
