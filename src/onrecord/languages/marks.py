"""The words by which a line bears a mark, by the sort of line: bylines, credits, corrections, rights and so on.

The model of roles was trained with these, so a change here wants it trained again; what needs no training stands in
`editors_lines`. Pieces of regular expressions, tried without regard to case.
"""

FIRST_WORDS: dict[str, str] = {
    "byline": """by by: von von: erstellt verfasst autoren autoren: autorinnen par par: por por: di di: da: door door: av av: af af: text text: texte texto testo tekst
    tekst: autor autor: autorin: autore autore: auteur auteur: author author: authors: written escrito geschreven
    geschrieben redacción: redazione: reported автор автор: автори: автор материала: oleh oleh: penulis penulis: reporter:
    tác yazar yazan: haber: kirjoittanut: írta: szerző: skriven foto: text/foto""",
    "credit": """photo photo: photos photos: photograph photograph: photographer: picture: pictures: image image: images:
    credit credit: credits: foto foto: fotos: fotó: fotografie: fotografía: fotografia: bild bild: bilder: bildquelle:
    bildnachweis: symbolbild: symbolfoto: archivbild: archivfoto: quelle: crédit crédit: crédits: photo/ imagen: imagem:
    reprodução reprodução/ divulgação divulgação/ kuva: zdjęcie: zdj. fot. fot: obrázek: illustration: illustration
    (ap (ap) (afp (reuters) (reuters (getty (epa (photo (photo: (foto: (foto (bild: (credit: (image (image: [photo [image
    file filephoto getty reuters reuters/ ap afp fuente: fonte: source: © ©: (c) фото фото: ảnh: courtesy screenshot: screengrab
    video:""",
    "correction": """correction correction: corrections correction, clarification clarification: corrected: erratum erratum:
    korrektur korrektur: berichtigung berichtigung: richtigstellung richtigstellung: rectificatif rectificatif:
    corrección corrección: rectificación: fe correzione: errata rettifica: correção correção: correctie: rättelse: rättelse
    rettelse: rettelse korreksjon: oikaisu: oikaisu korekta: sprostowanie: oprava: düzeltme: исправление: уточнение: 訂正
    update update: *correction *update (correction (corrects (this (eds: note:""",
    "note": """editor's editor’s editors' editors’ editor: note: anmerkung anmerkung: redaktioneller hinweis hinweis:
    transparenzhinweis transparenzhinweis: note nota nota: n.d.l.r. ndlr: (ndlr) redaktionens opmerking: [editor's [editor’s
    *editor's *editor’s (editor's (editor’s [note *note (note disclosure: disclaimer: disclosure disclaimer""",
    "reader_service": """follow subscribe subscribe: sign read click download listen watch get join support donate contact
    email e-mail reach tweet like got have want more got? find abonnieren folgen folge melden jetzt newsletter
    lesen hören abonnez-vous abonnez suivez inscrivez-vous suscríbete síguenos seguici iscriviti assine siga inscreva-se
    abonneer volg meld prenumerera följ tilaa подписывайтесь подпишитесь читайте 関連 sigue únete rejoignez retrouvez
    add register learn visit call text see for share explore discover send let tell ready looking what's""",
    "related": """related related: read: read more more: see also also: recommended recommended: mehr lesen auch: weitere
    weiterlesen: lies lest siehe dazu thema: zum à a lire lire: voir aussi: sur relacionado relacionadas relacionados te lea: lee lea
    leia leia: saiba veja leggi anche: lees ook ook: meer läs les læs lue czytaj zobacz čtěte přečtěte также читайте
    читайте: okuyun: ayrıca ilgili baca trending popular: most latest top don't you may up next: next recommended:
    kommentar: interaktiv: watch: watch listen: video: opinion: explainer: analysis: key related:""",
    "sponsored": """sponsored sponsored: advertisement advertisement: advertising advertorial promoted promoted: promotion paid
    partner partners partnered anzeige anzeige: werbung werbung: publicidad publicité publicité: pubblicità publicidade
    advertentie annons annonse annonce mainos reklama reklama: reklam реклама реклама: hirdetés reclamă διαφήμιση iklan
    quảng ad ads sponsor brand branded sponsorisé patrocinado gesponsert gesponserd sponsorlu""",
}  # fmt: skip
"""The words that a line of the sort begins with; with one of them, its pattern of BEGINNINGS is tried."""
BEGINNINGS: dict[str, str] = {
    "byline": (
        r"^(?:(?:(?:story|words|written|reported|article|report|posted|published|analysis|commentary|opinion|interview)\s+)?by|von|par|por|di|da|door|av|af|oleh|"
        r"escrito por|(?:geschrieben|erstellt|verfasst) von|ein (?:artikel|beitrag|kommentar|gastbeitrag) von|skriven av|tác giả|авторы?|автор(?: материала)?|"
        r"text|texte|texto|testo|tekst|autor(?:in|en|innen)?|autore|auteurs?|authors?|reporter|penulis|yazar|yazan|haber|redacción|redazione|kirjoittanut|írta|szerző)"
        r"(?:\s*:\s*|\s+)(?-i:(?=[^\W\d_a-zß-öø-ÿ]|[\u0400-\u04ff]|(?:the|our|der|die|dr|de|van|von|lic)\b))"),
    "credit": (
        r"^[\[(]?\s*(?:(?:file |ap |afp |reuters |photo )?(?:photo(?:graph)?s?|photographer|pictures?|images?|illustrations?|credits?|foto(?:s|grafie|grafía|grafia)?|fotó|bild(?:er|quelle|nachweis)?|"
        r"symbol(?:bild|foto)|archiv(?:bild|foto)|quelle|crédits?(?:\s+photos?)?|imagen|imagem|kuva|zdj(?:ęcie)?\.?|fot\.?|obrázek|fuente|fonte|source|фото|ảnh|courtesy(?: of)?|screenshot|screengrab|video)"
        r"\s*(?:(?:by|via|courtesy|from|credit|von|de|di)\b|[:/©|]|\(c\))|©|\(c\)\s|(?:ap|afp|epa|reuters|getty(?: images)?|file)\s?(?:photo|images?|/)|[\[(](?:ap|afp|epa|dpa|reuters|getty(?: images)?)[\])/ ,]|reprodução|divulgação)"),
    "correction": (
        r"^[\W_]{0,4}(?:(?:this (?:story|article|report|post|version|item|column|piece|headline)\s(?:(?:has|was|is)\s(?:been\s)?|originally\s|initially\s|incorrectly\s|misstated|previously\s|corrects))"
        r"|(?:editor['’]s? note and )?corrections?\b\s*(?:and clarifications?)?\s*[:,.—–(-]|correction\b.{0,30}:|clarifications?\b\s*[:,(—–-]|corrected\s*:|corrects\b|eds\s*:|erratum|update[ds]?\s*(?:[:—–(]|,? (?:\w+ \d|\d))|"
        r"korrektur|berichtigung|richtigstellung|rectificati[fv]|corrección|rectificación|fe de errata|correzione|errata|rettifica|correção|correctie|rättelse|rettelse|korreksjon|oikaisu|korekta|sprostowanie|oprava\s*:|düzeltme|"
        r"исправление|уточнение|訂正|note\s*:\s*(?:this|an earlier|a previous)|(?:an|a) (?:earlier|previous) version)"),
    "note": (
        r"^[\W_]{0,3}(?:editors?['’]?s?['’]? note|note (?:from|to|de|della|van)\b|note\s*:|anmerkung|redaktioneller hinweis|hinweis(?: der redaktion)?\s*:|transparenzhinweis|nota (?:de|do|da|della|del)\b|nota\s*:|n\.?d\.?l\.?r|"
        r"redaktionens|opmerking|disclosure|disclaimer|editor\s*:)"),
    "sponsored": (
        r"^\W{0,3}(?:sponsored(?:\s+(?:by|content|post|story|articles?|links?|message))?|advertise?ment|advertising|advertorial|promoted(?: (?:by|content|stories|links))?|paid (?:content|post|partnership|for by)|partner (?:content|offers?)|"
        r"anzeige|werbung|publicidad|publicité|pubblicità|publicidade|advertentie|annon(?:s|se|ce)|mainos|reklama?|реклама|hirdetés|reclamă|διαφήμιση|iklan|quảng cáo|ads?|brand(?:ed)? (?:content|voice|studio)|"
        r"contenido patrocinado|patrocinado|sponsorisé|gesponsert|gesponserd|sponsorlu|from our (?:partners?|advertisers?|sponsors?))\b"),
    "related": (
        r"^\W{0,3}(?:related\b|read (?:more|also|next|this)\b|also read\b|read\s*:|see also\b|see more\b|more (?:on|from|about|in|like|stories|news|coverage|to read|for you|than)\b|more\s*:|recommended\b|you (?:may|might)\b|don['’]t miss\b|up next\b|next\s*:|"
        r"trending\b|most (?:read|popular|viewed|shared|commented)\b|latest\b|top (?:stories|news|headlines|picks)\b|popular\b|mehr (?:zum|zu|aus|von|über|lesen|artikel|dazu|news)\b|mehr\s*:|lesen sie\b|(?:lies|lest) auch\b|auch interessant|weitere\b|siehe auch|"
        r"zum thema|dazu\s*:|das könnte|à lire|à voir|a lire|lire aussi|lire\s*:|voir aussi|sur le même|lea también|lee también|lea\s*:|te puede|te recomendamos|relacionad|noticias relacionadas|leia (?:também|mais)|leia\s*:|saiba mais|veja também|leggi anche|leggi\s*:|"
        r"lees ook|lees meer|meer over|läs (?:även|också|mer)|les også|les mer|læs også|lue myös|czytaj też|czytaj także|zobacz|čtěte|přečtěte|přečtěte si|читайте|также по теме|ayrıca|ilgili|baca juga|関連|相关|相關|관련|related coverage|explore more|keep reading|"
        r"continue reading|further reading|if you liked|watch\s*:|listen\s*:|key (?:takeaways|stories))"),
    "reader_service": (
        r"^\W{0,3}(?:follow (?:(?:the )?(?:ap|us|our|him|her|them|me|along|[A-Z@])|.{0,40}\bon\b)|subscribe|sign up|sign in|get (?:our|the|daily|more|breaking|news|[A-Z].{0,30}(?:delivered|inbox|newsletter|app|alerts))|download|listen (?:to|live|on)|watch (?:live|more|the latest)|join (?:our|us|the)|"
        r"support (?:us|our|the|independent|local)|donate|contact (?:us|the)|e-?mail\b|reach\b|tweet|like us|got a|have (?:a|you)\b.{0,40}(?:tip|story|question|news)|want (?:more|to|the)|click here|read more (?:at|on|of|about)|"
        r"more (?:ap|reuters|afp|coverage|from)\b.{0,40}(?::|https?:)|find (?:more|out|us|all)|abonnieren|folge[nt]?\b|melden sie|jetzt|newsletter|hören sie|abonnez|suivez|inscrivez|retrouvez|rejoignez|suscríbe|síguenos|sigue|únete|seguici|iscriviti|assine|siga|inscreva|"
        r"abonneer|volg|meld je|prenumerera|följ|tilaa|подпи(?:сывайтесь|шитесь)|add .{0,30}as a preferred|register|learn more|visit\b|call\b|for (?:more|all|the latest)|see all|share (?:this|your)|explore|send\b.{0,60}(?:tip|letter|email|@)|tell us|let us know)"),
}  # fmt: skip
HELD: dict[str, tuple[str, str]] = {
    "contributor": (
        """contributed contributing contribut reporting additional files inputs editing writing reported compiled
            writers writer material informationen agenturmaterial mitarbeit mit avec información agencias ansa
            informações agências com con medewerking wykorzystaniem contribution contribué contribuyó contribuyeron
            contribuiu contribuíram colaboró collaborato матеріалами материалам""",
        (
            r"contribut(?:ed|ing) (?:to|reporting|from)\b|\breporting by\b|additional (?:reporting|writing|research)|\bwith (?:files|reporting|reports?|inputs?|additional)\b (?:from|by)|inputs from|\bediting by\b|writing by|reported (?:and written )?(?:from|by)\b|"
            r"compiled by|\bwriters?\b.{1,160}\bcontribut|mit (?:material|informationen|agenturmaterial)\b|mitarbeit\s*:|\(?mit (?:dpa|afp|reuters|ap|epd)\b|avec (?:afp|reuters|ap|agences)\b|con información de|con (?:agencias|ansa)|com (?:informações|agências)|met medewerking|z wykorzystaniem|"
            r"avec la contribution|ont contribué|a contribué|contribuyó|contribuyeron|contribuiu|contribuíram|colaboró|hanno collaborato|ha collaborato|за матеріалами|по материалам"),
    ),
    "copyright": (
        """copyright rights rechte droits derechos diritti direitos rättigheter rettigheter rettigheder prawa práva
            hakları published reproduced reprinted c""",
        (
            r"©|\(c\) ?(?:19|20)\d\d|copyright|all rights? reserved|alle rechte|tous droits|todos los derechos|derechos reservados|tutti i diritti|todos os direitos|alla rättigheter|alle rettigheter|alle rettigheder|wszelkie prawa|všechna práva|tüm hakları|все права|無断転載|may not be (?:published|reproduced|reprinted)|版权所有|禁止转载|무단 ?전재"),
    ),
    "reader_service": (
        """newsletter newsletters subscribe subscribing sign follow http https source app download abonnieren abonniert
            abonnez suscríbete suscribirse iscriviti assine click clicking originally first original republished
            translated reach reached donate donation donations""",
        (
            r"newsletter|subscribe|sign up|\bfollow\b.{0,60}\b(?:twitter|facebook|instagram|tiktok|x|threads|at https?|@)|https?://\S+\s*\.?$|\bpreferred source|\bapp (?:store|today)|download (?:our|the)|abonnier|abonnez|suscr[ií]b|iscriv|assine|click(?:ing)? here|originally (?:published|appeared)|first (?:published|appeared) (?:in|on|by)|read the original|republished|translated (?:from|by)|reach (?:her|him|them|the reporters?|reporters?)|can be reached|\bdonat"),
    ),
}  # fmt: skip
"""The words one of which stands in a line of the sort, and the pattern that is then looked for."""

RIGHTS_UNSPACED = r"无断|無断転載|版权所有|禁止转载|무단 ?전재"
CREDIT_AT_END = (
    r"(?:[\[(][^\[\]()]{0,60}(?:photo|foto|getty|images?|reuters|\bap\b|\bafp\b|\bepa\b|dpa|file|courtesy|bild|credit|via|image|©)[^\[\]()]{0,60}[\])]"
    r"|(?:photo(?:graph)?|foto|image|picture|credit|bild|crédit)s?\s*(?:by|:|credit)\s*[^.:]{2,60}|©\s?[^.©]{2,50}|(?:getty images|shutterstock|istock|alamy|reuters|afp|\bap|epa|dpa|imago))[.)\]\s]*$"
)
CREDIT_WORDS = """photo photograph photographs foto fotos image images picture credit bild crédit getty shutterstock istock alamy
    reuters afp ap epa dpa imago courtesy via file bild photos"""
"""How a caption that ends in its credit ends, and the words one of which stands there."""
