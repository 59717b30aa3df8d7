"""Which language a text is written in, seen from the text alone."""

from turbohtml.detect import detect_language

_ENOUGH = 60
_LOOK = 500

# the detector answers in ISO 639-3; pages and readers speak 639-1
_SHORT = dict(
    pair.split(":")
    for pair in (
        "afr:af amh:am ara:ar arb:ar aze:az bel:be ben:bn bul:bg cat:ca ces:cs cmn:zh zho:zh cym:cy dan:da deu:de "
        "ell:el eng:en epo:eo est:et eus:eu fas:fa pes:fa fin:fi fra:fr gle:ga glg:gl guj:gu heb:he hin:hi hrv:hr "
        "hun:hu hye:hy ind:id isl:is ita:it jav:jv jpn:ja kan:kn kat:ka kaz:kk khm:km kor:ko lat:la lav:lv lit:lt "
        "mal:ml mar:mr mkd:mk msa:ms zsm:ms mya:my nep:ne npi:ne nld:nl nob:no nno:no nor:no ori:or pan:pa pol:pl "
        "por:pt pus:ps ron:ro rus:ru sin:si slk:sk slv:sl sna:sn som:so spa:es sqi:sq srp:sr swa:sw swe:sv tam:ta "
        "tel:te tgl:tl tha:th tuk:tk tur:tr uig:ug ukr:uk urd:ur uzb:uz vie:vi xho:xh yid:yi yor:yo zul:zu"
    ).split()
)


def language_of(text: str) -> tuple[str, float] | None:
    """The language code of a text and how sure we are (0 to 1); None where the text is too short to tell."""
    if len(text) < _ENOUGH:
        return None
    match = detect_language(text[:_LOOK])
    if match.language is None:
        return None
    return _SHORT.get(match.language, match.language), match.confidence
