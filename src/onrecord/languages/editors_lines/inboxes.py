"""What a newsletter promises, by language: that it comes to the reader's own inbox. Anywhere in a line."""

PROMISED: tuple[str, ...] = (
    # English
    r"\b(?:in|into|to) your (?:e-?mail )?(?:inbox|in-box|mailbox|e-?mail)\b|\b(?:comes|arrives|lands|sent|delivered)(?: to you)? by e-?mail\b",
    r"\bby e-?mail (?:every|each|once|twice|at the|on) ",
    # German
    r"\bin (?:ihr|dein|ihrem|deinem|euer|eurem) (?:e-?mail-?)?(?:postfach|posteingang)|\bper (?:e-)?mail (?:jeden|jede|täglich|wöchentlich|einmal)",
    # French, Spanish, Italian, Portuguese
    r"\bdans votre (?:boîte|messagerie)|\bpar (?:e-?mail|courriel) (?:chaque|tous|toutes)",
    r"\ben (?:tu|su) (?:bandeja|correo|buzón|e-?mail)|\bnella tua (?:casella|inbox|mail|posta)|\bvia (?:e-)?mail ogni",
    r"\b(?:na sua|no seu) (?:caixa|e-?mail|inbox)",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"\bin (?:je|uw|jouw) (?:mailbox|inbox|e-?mail)|\b(?:i|till) din (?:in-?korg|mejl|mail|e-post|inboks|indbakke|innboks)|\binnboksen din\b|\bsähköpostiisi\b",
    # Polish, Czech, Russian, Ukrainian, Turkish
    r"\bna (?:twoją|swoją) skrzynkę|\bdo (?:vaší|své|tvé) (?:e-?mailové )?schránky|\bна (?:вашу|твою|свою) (?:электронную )?(?:почту|пошту)|\be-posta kutunuza",
)  # fmt: skip

BY_MAIL = (
    r"\b(?:e-?mails?|newsletters?|inbox|posteingang|postfach|courriels?|infolettre|correo|boletín|bollettino|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|рассылк\w+|розсилк\w+)\b",
)
"""What comes by mail, anywhere in a line: under one that asks to sign up, such a line says what for."""
AGREED: tuple[str, ...] = (
    r"by (?:signing up|subscribing|registering|providing your|submitting your|clicking|entering your|creating an account)\b",
    r"(?:mit|durch) (?:der|ihrer|deiner|die|meiner) (?:anmeldung|registrierung|bestellung)\b",
    r"en (?:vous inscrivant|cliquant|renseignant|soumettant)\b|al (?:suscribir|registrar|hacer clic|inscribir)\w*\b|ao (?:se )?(?:inscrever|assinar|cadastrar|clicar)",
    r"(?:iscrivendoti|registrandoti|cliccando)\b|door (?:je|u) (?:aan te melden|in te schrijven)|genom att (?:prenumerera|anmäla)|ved (?:å|at) (?:melde|tilmelde)",
)
"""How a line begins that says what who signs up agrees to."""
