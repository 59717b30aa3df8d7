"""Whose the rights are."""

FORBIDS: tuple[str, ...] = (
    r"riproduzione riservata|vietata la riproduzione", r"toute (?:reproduction|utilisation|rediffusion)\b.{0,40}interdite|reproduction (?:totale |partielle |ou ){0,3}interdite",
    r"(?:prohibida|queda prohibid[ao]|expresamente prohibid[ao]|se prohíbe)\b.{0,40}(?:reproducción|redistribución|redifusión|difusión|copia)", r"proibida a (?:reprodução|republicação|cópia)|reprodução proibida",
    r"alle rechten voorbehouden|overname .{0,30}niet toegestaan", r"все права защищены|усі права захищено|копирование материалов .{0,40}запрещ", r"жалпы құқықтар|minden jog fenntartva|toate drepturile rezervate|kaikki oikeudet pidätetään|me rezervë|με την επιφύλαξη παντός",
    r"未经(?:\S{0,6})?(?:授权|许可|允许)|不得转载|禁止转载|版权(?:所有|归)|版權所有|無断(?:転載|複製)|転載を?(?:禁|お断り)|禁無断", r"무단 ?(?:전재|복제|배포)|저작권자|전재 및 재배포 금지",
    r"جميع الحقوق محفوظة|كل الحقوق محفوظة|حقوق النشر|כל הזכויות שמורות|همه حقوق محفوظ",
    r"distributed by .{3,40}(?:agency|service|syndicat)",
)  # fmt: skip
"""Anywhere in a short line."""
CLAIMS = r"(?:copyright|\(c\)).{0,40}\d{4}|\d{4}.{0,60}(?:copyright|rights)|(?:all|alle|tous|todos|tutti|alla|wszelkie|všechna|tüm).{0,4} ?(?:rights?|rechte|droits|los derechos|i diritti|os direitos|rättigheter|rettigheter|rettigheder|prawa|práva|hakları)|may not be|版权|無断|无断|무단|copyright [A-Z]"
"""Anywhere in a line of any length."""
THE_LAW = r"\W*(?:Copyright|copyright)s? (?!by|the|of)[a-z](?!.*\d{4})"
"""`Copyright law protects the songs`: the law, and nobody's claim; letters as they stand."""
MENU_WORDS = r"\W*copyrights?(?: (?:policy|notice|information|infringement|complaints?|policies))?\W*"
"""A menu's word, and no claim."""

LOOKED_FOR = (
    "opyright", "OPYRIGHT", "(c)", "(C)", "ights", "IGHTS", "echte", "roits", "erechos", "iritti", "ireitos",
    "ättigheter", "ettigheter", "ettigheder", "prawa", "práva", "hakları", "版权", "無断", "无断", "무단", "ⓒ",
    "iproduzione", "IPRODUZIONE", "eproduction", "eproducción", "rohibid", "eprodução", "echten", "права", "版權",
    "转载", "転載", "저작권", "حقوق", "זכויות", "istributed by",
)  # fmt: skip
"""Letters of which some stand in every claim; the quick look before the careful one."""
RIGHTS = r"rights? reserved|rechte|droits|derechos|diritti|direitos|prawa zastrzeżone|práva|rättigheter|rettigheter|rettigheder|oikeudet|права|hakları saklıdır|hak cipta"
"""The rights themselves, by which the fullest of several claims is told."""
ALL_RIGHTS = r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados"
"""Behind a name: no part of it."""
