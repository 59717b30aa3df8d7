"""How the lines that editors set round a story begin, by language: who else took part, what was put right, the
editors' own word, whose the rights are, what the reader is asked.

Pieces of regular expressions, tried without regard to case on the beginning of a line, after brackets, dashes and stars.
"""

CONTRIBUTED: tuple[str, ...] = (
    # English
    r"(?:additional |original |further )?(?:reporting|writing|editing|research|translations?|translating|photography|photographs|graphics|illustrations?|fact[- ]checking|copy[- ]?editing|production|data analysis)(?:(?:,? and |, )(?:reporting|writing|editing|research|photography|photographs|graphics|production))*(?: contributed)? (?:by|from)\b|(?:additional |original )?(?:reporting|writing|editing|research|copy[- ]?editing)\s*:",
    r"contributing(?: (?:writers?|reporters?|editors?))?\s*:|contributed by\b|contributors?\s*:\s",
    r"(?:and )?with (?:additional |further |some )?(?:files?|reporting|a report|reports?|inputs?|contributions?|research) (?:from|by)\b",
    r"(?:with )?(?:pti|ani|ians|ap|afp|reuters|agency|agencies|wire|bureau) inputs?\b|inputs? (?:from|by)\b|with inputs?\b",
    # German
    r"(?:redaktionelle |unter )?mitarbeit(?: von\b|\s*:)|mit (?:material|informationen|agenturmaterial|beiträgen|recherchen) (?:von|der|des|aus)\b|mit agenturen|mit agenturmaterial",
    # French
    r"avec (?:l[’']|les |des )?agences?\b|avec (?:la (?:contribution|collaboration|participation)|l[’']aide) d|avec (?:notre|nos) (?:correspondant|envoyé)",
    # Spanish
    r"con (?:información|informaciones|datos|reportes?|material|la colaboración|la contribución|la participación|aportes|aportaciones) d|con agencias",
    r"(?:colaboraron|colaboró)\b",
    r"(?:el|la|los|las) periodistas? de (?:the )?(?-i:[A-Z]).{0,140}\bcontribuy",
    # Italian
    r"(?:ha|hanno) collaborato\b|con la collaborazione d",
    # Portuguese
    r"com (?:informações|agências|informação|a colaboração|reportagem) ?|colabor(?:ou|aram)\b",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"(?:met )?medewerking(?: van\b|\s*:)|medverkan\s*:|medverkande\s*:|med bidrag (?:fra|från)\b",
    # Polish, Czech
    r"z wykorzystaniem\b|współpraca\s*:|przy współpracy\b|ve spolupráci\b",
    # Russian, Ukrainian
    r"по материалам\b|за матеріалами\b|с использованием материалов\b|при участии\b|с материалами\b",
    # Japanese, Chinese, Korean, Arabic
    r"取材協力|協力[:：]|取材・文|翻訳[:：]|취재 ?[:：]",
    r"تغطية صحفية|إعداد .{3,40} (?:للنشرة|تحرير)|شارك في (?:التغطية|إعداد)|ساهم في",
)  # fmt: skip
WORKED: tuple[str, ...] = (
    r"(?:edited|compiled|produced|translated|fact[- ]checked|prepared|audio produced|video produced|reported and written|written and edited) (?:and (?:edited|produced|compiled|translated|written) )?by\b|edited\s*:|copy[- ]?edit",
    r"(?:bericht|geschrieben|verfasst|reportage|redigiert|mitgearbeitet|übersetzt|bearbeitet|redaktion) von\b|reporter(?:in)?\s*:",
    r"(?:reportage|rédigé|texte|traduit|édité|écrit|version française|édition|contribution|enquête|montage)(?: (?:par|de|d[’'])| (?-i:(?=[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý])))|[^().]{5,50}, (?:version française|édité par|édition)\b",
    r"(?:reporte|reportaje|reportado|información|escrito|editado|edición|redacción|traducido|traducción)(?: adicional(?:es)?)?(?: en español)?(?: (?:de|por)\b|\s*:| (?-i:(?=[A-ZÀ-Ý])))",
    r"(?:tradotto|redatto|scritto|montaggio|in redazione) (?:da|di|a)\b|(?:por [^;]{4,40}; ?)?(?:reportagem|edição|texto|tradução)(?: adicional)?(?: (?:de|por)\b|\s*:)",
    r"подготовил[аи]?\b|(?:haber|muhabir|editör|derleyen|yayına hazırlayan)\s*:",
)  # fmt: skip
"""Who did which work: also how a byline begins, so only in brackets, with a second such clause, or by whom it was edited."""
WITH = ("with", "mit", "avec", "con", "com", "met", "med", "ja")
"""Before an agency's name: whose news the story was made with."""

_EN_THING = r"(?:story|article|report|post|piece|version|item|column|headline|page|caption|photo caption|video|newsletter|transcript|list|map|graphic|chart|photo|review|obituary|analysis|dispatch|entry|editorial|interview|profile|essay|summary)"
CORRECTED: tuple[str, ...] = (
    # English
    r"(?:correction|corrected|clarification|update)s?\b.{0,40}[:–—-]\s?(?:this|the|an?|in|due) (?:[\w’'-]+ ){0,3}(?:story|article|version|post|report|headline|column|caption)\b|corrections? (?:&|and) clarifications?\s*[:–—]|updated?\b.{0,50}[:–—-]\s?this (?:story|article|post|report)",
    rf"(?:an?|the|some) (?:earlier|previous|prior|original|initial|first) (?:print |online )?(?:versions?|headline|edition|photo caption|caption|iteration|draft|subheadline|summary|tweet) (?:(?:of|on|for|with|to|in) (?:this|the|our|that) (?:[\w’'-]+ ){{0,2}}?{_EN_THING}\b|incorrectly|misstated|misspelled|misidentified)",
    r"(?:because of|due to|owing to|as a result of) an? (?:[\w’'-]+ ){0,2}errors?\b",
    r"the (?:story|article|post|headline|caption|photo caption) (?:has been|was) (?:corrected|updated|clarified|amended)\b",
    rf"this (?:[a-z]{{3,9}}\.? \d{{1,2}} |online )?{_EN_THING}(?:,? (?:which was )?(?:first |originally )?(?:published|posted).{{0,40}})? (?:(?:has|have) (?:since )?been (?:\w+ly )?(?:correct|updat|amend|clarif|revis|refil|edit|chang|modif)|(?:was|is|were) (?:\w+ly )?(?:correct|updat|amend|clarif|revis|refil|edited on|edited to|changed|modified)|originally |initially |previously |incorrectly |erroneously |mistakenly |misstated |misspelled |misidentified |corrects |clarifies )",
    rf"{_EN_THING} (?:corrected|updated|amended|clarified|refiled) (?:at|on|to|with)\b",
    rf"we(?:[’']ve| have) (?:corrected|amended|updated|changed|clarified|revised) (?:this|the|our) {_EN_THING}",
    r"(?<=[(\[])(?:corrects|refiles|recasts|clarifies)\b(?=.{6})|(?:(?<=[(\[])|(?<=eds: ))(?:adds|updates|deletes|removes|edits)\b(?=.{0,80}\b(?:quotes?|details?|comments?|background|paragraphs?|statement|context|reaction|word|bylines?|headline|throughout|lead|story|graphic|link|version))",
    r"an? (?:photo )?caption (?:in|with|on|accompanying) (?:an earlier version of |(?:this|the) (?:story|article|post))",
    # German
    r"(?:in )?(?:einer|eine|der|die|dieser?) (?:früheren?|ersten?|ursprünglichen?|älteren?|vorherigen?|vorigen?) (?:version|fassung|form|meldung) (?:(?:dieses|des|unseres|der|dieser) (?:artikels|textes|beitrags|berichts|meldung|überschrift|interviews)|hieß es|stand|haben wir|war)\b",
    r"(?:korrektur|berichtigung|richtigstellung)\s*[:.(]|korrekturhinweis|korrigiert\s*:|(?:(?:dieser|der) (?:artikel|text|beitrag)|dies(?:er|e|es) (?:bericht|meldung|version|interview|video|überschrift)) (?:wurde|ist)\b.{0,60}(?:aktualisiert|korrigiert|ergänzt|überarbeitet|geändert|präzisiert|berichtigt)",
    r"wir haben (?:den|die|das|diesen|diese) (?:\w+ ){1,4}(?:korrigiert|berichtigt|geändert|angepasst)|aktualisierung\s*:|ergänzung\s*:|klarstellung\s*:",
    # French
    r"(?:dans )?une (?:première|précédente|autre|ancienne) version (?:de (?:cet|ce|cette|notre|l[’'])|du (?:texte|papier))|(?:dans )?une version (?:précédente|antérieure|initiale) (?:de (?:cet|ce|cette|notre|l[’'])|du (?:texte|papier))",
    r"(?:rectificatif|erratum)\b|précision (?:d|au |:)|(?:cet article|ce texte|cette dépêche|cette version|l[’']article) (?:a été|est) (?:corrigé|mise? à jour|modifié|actualisé|rectifié|amendé)|mise à jour (?:le|du|à|:)|mise à jour\s*:|actualisé (?:le|à|avec)|corrigé (?:le|à|:)",
    # Spanish
    r"(?:en )?una versión (?:anterior|previa|inicial) (?:de (?:este|esta|la nota|la noticia|la historia)|del (?:artículo|texto))\b|(?:est[ae]|el|la) (?:nota|artículo|historia|noticia|texto|información|reportaje|versión|crónica) (?:ha sido|fue|se ha|se) (?:corregid|actualizad|modificad|editad|actualizó|corrigió)",
    r"fe de (?:errores|erratas|errata)|aclaración\s*[:.(]|(?:corrección|rectificación)\s*[:.(]|precisión\s*:|actualización\s*[:(]",
    # Italian
    r"(?:in )?una (?:precedente versione|versione precedente|prima versione) (?:di quest|dell[’']articolo|del testo)|(?:questo |l[’'])?articolo (?:è stato )?(?:aggiornat|corrett|modificat)o\b|errata[ -]corrige|(?:correzione|rettifica)\s*[:.(]|precisazione\s*:|aggiornamento\s*:",
    # Portuguese
    r"(?:em )?uma versão anterior (?:dest|do texto|da reportagem|da matéria)|errata\s*[:.(]|erramos\s*[:.(]|diferentemente do (?:que|publicado|informado)|(?:est[ae]|o|a) (?:reportagem|matéria|texto|nota|artigo|notícia) foi (?:atualizad|corrigid|alterad|editad)|atualização\s*:|retificação\s*:|correção\s*[:.(]",
    # Dutch
    r"(?:in )?een (?:eerdere|vorige|oudere) versie van (?:dit|deze|het artikel|het bericht)|dit (?:artikel|bericht|stuk) (?:is|werd) .{0,30}(?:aangepast|bijgewerkt|geüpdatet|gecorrigeerd|aangevuld|gewijzigd)|(?:correctie|rectificatie|aanvulling|verbetering)\s*[:(]",
    # Swedish, Danish, Norwegian, Finnish
    r"i en (?:tidigare|tidligere) (?:version|versjon|utgave|udgave) (?:av|af) (?:artik|text|tekst|denn|dett|saken|nyhet)|i en (?:tidigare|tidligere) (?:version|versjon) (?:stod|angavs|skrev|stod det)|(?:rättelse|rettelse|rettet|korrigering|förtydligande|presisering|præcisering)\s*[:(\d]",
    r"(?:artikeln|texten|artiklen|artikkelen|saken|nyheden) (?:är|er|ble|blev|har|är nu|uppdaterades|uppdateras) ?.{0,30}(?:uppdatera|korrigera|rätta|opdatere|rettet|oppdatert|korrigert)",
    r"(?:oikaisu|korjaus|tarkennus)\b.{0,20}:|(?:juttua|jutun) .{0,40}(?:muokattu|korjattu|päivitetty|oikaistu)",
    # Polish, Czech, Hungarian
    r"w (?:pierwotnej|poprzedniej|wcześniejszej|pierwszej) wersji (?:tekstu|artykułu|tego|materiału)|(?:tekst|artykuł) (?:został |był )?(?:\w+ )?(?:zaktualizowan|poprawion)|(?:sprostowanie|korekta|erata)\s*[:.(]",
    r"v (?:původní|předchozí|dřívější) verzi|oprava\s*:|helyesbítés|(?:cikkünk|a cikk) (?:korábbi|eredeti) (?:változat|verzió)",
    # Russian, Ukrainian
    r"(?:исправление|уточнение|поправка|виправлення|уточнення)\s*[:.(]|в (?:первой|предыдущей|первоначальной|ранней) версии (?:материала|текста|статьи|новости|заметки)|(?:текст|материал|новость|статья|заметка) (?:был[аи]? |был )?(?:обновл|исправл|дополн|изменён|изменен)",
    # Turkish, Arabic
    r"düzeltme\b.{0,20}:|(?:haberin|yazının) (?:önceki|ilk) (?:sürüm|hali|versiyon)|(?:تصحيح|تصويب)\s*[:：]|في نسخة سابقة|ذكرت نسخة سابقة",
    # Japanese, Chinese, Korean
    r"訂正|お詫びと訂正|お詫びして訂正|一部修正|初出時|更正|勘误|勘誤|本文此前|정정|바로잡습니다|바로 ?잡음",
)  # fmt: skip
REGRETS = (
    r"\b(?:regrets? (?:the|this|these) errors?|apologi[sz]es? for (?:the|this) error|feil(?:en)? beklages|beklager feilen|bitten (?:wir )?(?:den|diesen|um) .{0,20}(?:fehler|entschuldigung)"
    r"|(?:haben|wurde) (?:das |den fehler |dies |es )?(?:korrigiert|berichtigt)\.)|お詫びして訂正|特此更正|바로잡습니다"
)
"""Anywhere in a short line: the paper's excuse."""
EDITORS_WORD: tuple[str, ...] = (
    r"editors?[’']?s?[’']? note|note (?:from|to|by) (?:the |our )?(?:editors?|readers?)|an? (?:note|word) (?:from|to|by) (?:the|our) (?:editors?|readers?)|editor[’']s comment",
    r"this is (?:a|an) (?:developing|breaking)(?: news)? (?:story|update|report|item)|this (?:story|report) is developing|this is breaking news",
    r"disclosure\s*:|disclaimer\s*:|full disclosure\s*:",
    r"(?:anm(?:erkung|\.)?|hinweis|vorbemerkung) ?(?:d(?:er|\.)) ?(?:red(?:aktion|\.)|chefred)|in eigener sache|transparenz(?:hinweis)?\s*:|redaktioneller hinweis",
    r"(?:die redaktion|\w+(?: \w+)?) hat diese(?:n|s)? (?:meldung|text|artikel|beitrag) (?:redaktionell )?nicht (?:redaktionell )?(?:bearbeitet|geprüft)|diese(?:r|s)? (?:meldung|text|artikel|beitrag) (?:wurde|ist|stammt) .{0,60}(?:automati|künstliche|mithilfe|mit hilfe)",
    r"note d(?:e la|u|es) (?:r[ée]dac|l[’']?[ée]dit)|n\.? ?d\.? ?l\.? ?r\.?\b|ndlr\b|avertissement\s*:",
    r"nota (?:de la redacción|de redacción|del editor|de la editora|da redação|da redacção|do editor|della redazione|del direttore|de redacção)|n\. ?de(?: la)? ?[re]\.|n\. ?da ?r\.|n\.d\.r\.?\b",
    r"(?:noot|opmerking|naschrift) (?:van|voor) de redactie|redaktionens? (?:anm|kommentar|bemærkning)|(?:red|reds)\. ?anm|toimituksen (?:huom|kommentti)|od redakcji|poznámka redakce|a szerkesztő megjegyzése|editörün notu|editör notu",
    r"от редакции|примечание редакции|прим\. ?ред|від редакції|編集部注|編集部より|编者按|编者注|編按|編者按|편집자 ?주|ملاحظة المحرر|هيئة التحرير",
)  # fmt: skip
RIGHTS: tuple[str, ...] = (
    r"riproduzione riservata|vietata la riproduzione", r"toute (?:reproduction|utilisation|rediffusion)\b.{0,40}interdite|reproduction (?:totale |partielle |ou ){0,3}interdite",
    r"(?:prohibida|queda prohibid[ao]|expresamente prohibid[ao]|se prohíbe)\b.{0,40}(?:reproducción|redistribución|redifusión|difusión|copia)", r"proibida a (?:reprodução|republicação|cópia)|reprodução proibida",
    r"alle rechten voorbehouden|overname .{0,30}niet toegestaan", r"все права защищены|усі права захищено|копирование материалов .{0,40}запрещ", r"жалпы құқықтар|minden jog fenntartva|toate drepturile rezervate|kaikki oikeudet pidätetään|me rezervë|με την επιφύλαξη παντός",
    r"未经(?:\S{0,6})?(?:授权|许可|允许)|不得转载|禁止转载|版权(?:所有|归)|版權所有|無断(?:転載|複製)|転載を?(?:禁|お断り)|禁無断", r"무단 ?(?:전재|복제|배포)|저작권자|전재 및 재배포 금지",
    r"جميع الحقوق محفوظة|كل الحقوق محفوظة|حقوق النشر|כל הזכויות שמורות|همه حقوق محفوظ",
    r"distributed by .{3,40}(?:agency|service|syndicat)",
)  # fmt: skip
"""Anywhere in a short line."""

ASKED: tuple[str, ...] = (
    # English
    r"(?:have|got|do you have) (?:an? |any )?(?:news |story |confidential )?(?:tips?|story|stories|news|information|photos?)\b.{0,60}(?:\?|@)",
    r"(?:contact|email|e-mail|reach|write to|message|follow|tweet)(?: the (?:reporters?|writers?|authors?))? ?[^.!?]{0,70}?(?:\bat\b|\bon\b|:|@).{0,60}(?:@|\d{3}[-. ]\d{4}|twitter|facebook|instagram|https?:|www\.|\bx\b)",
    r"[^.!?]{3,60} (?:can|may) be (?:reached|contacted|followed)\b.{0,60}(?:@|\d{3}[-. ]\d|twitter|\bx\b)|you can (?:reach|contact|email|follow)\b[^.!?]{0,60}(?:@|twitter|facebook)",
    r"(?:the )?(?:associated press|ap)(?:[’']s?)?\b.{0,80}\b(?:receives?|is supported by|are supported by)\b.{0,40}\b(?:support|funding|foundations?)|(?:the )?ap is solely responsible|associated press .{0,60} receives support",
    r"our standards\s*:|click (?:here|the link|below)|tap here|(?:read|see|watch|listen|find|hear) (?:more|all|the full|our full|our other)\b.{0,80}(?:https?:|www\.|\bhere\b|@)",
    r"(?:more|all|full|for more|for all|for full)\b.{0,50}(?:coverage|sports|news|stories|nfl|nba|mlb|nhl|golf|tennis|soccer|football|basketball|elections?)\b.{0,40}(?:https?:|www\.)|(?:ap|afp|reuters)(?:[’']s)? [^.!?]{2,60}:\s*https?:\S+$",
    r"(?:subscribe|sign up|sign-up|register|join|download|stream|donate|support)\b[^.!?]{0,100}\b(?:newsletters?|news app|channel|podcasts?|inbox|alerts?|journalism|daily updates|full access)\b|subscribe (?:here|today|now)\b|download [^.!?]{0,40}\bapp\b|sign up (?:here|now|today)\b|stream [^.!?]{3,60}\b(?:phone|app)\b",
    r"catch up (?:on|with)\b[^.!?]{0,120}\b(?:podcast|newsletter|app|video|here)\b",
    r"get (?:the|our|more|daily|all|breaking|your|news|unlimited)\b[^.!?]{0,80}\b(?:inbox|newsletters?|app|alerts?|email|e-mail|phone|delivered|free)\b|stay with [^.!?]{3,40} for\b|check (?:back )?[^.!?]{0,40}for (?:more on this|updates)",
    r"this (?:story|article|report|post|piece|column|essay|content)\b.{0,40}\b(?:(?:originally|first) (?:appeared|published|ran|reported)|(?:was|is) (?:republished|reprinted|syndicated|being republished|co-published)|appears courtesy)\b|this (?:story|article|content|report) (?:was |is )?(?:produced|provided|supplied|generated|created|reported|made possible) (?:by|with|through|using|in partnership)\b|originally published (?:by|at)\b",
    r"if you or (?:someone|somebody|anyone)\b.{0,120}\b(?:call|text|contact|help|lifeline|hotline)|let us know (?:what you think|in the comments)|send (?:us|your|it|them|tips|news)\b.{0,60}(?:@|tips?|letters?)|watch the video (?:above|below)|copyright questions",
    r"[^.!?]{3,70} is (?:a|an) (?:nonprofit|non-profit|independent)\b.{0,40}\b(?:newsroom|news (?:organization|outlet|service|site)|publication)\b",
    r"want (?:more|to (?:read|get|stay))\b.{0,80}\?.{0,60}(?:newsletter|sign up|subscribe|follow)|like us\b.{0,60}facebook",
    # German
    r"(?:haben sie|hast du|habt ihr) (?:hinweise?|informationen|anregungen|einen fehler).{0,80}(?:@|schreib|meld|\?)|schreiben sie (?:uns|mir)\b.{0,40}@|(?:jetzt|hier|gleich|kostenlos)\b.{0,50}(?:abonnieren|anmelden|lesen|herunterladen|newsletter|registrieren)|hier geht(?:[’']| e)s z",
    r"(?:folgen sie|folge|folgt|abonnieren sie|abonniere|melden sie sich|melde dich|lesen sie|laden sie|diskutieren sie)\b.{0,80}(?:newsletter|facebook|instagram|whatsapp|twitter|telegram|app|kanal|hier|an\b|mit\b)",
    # French
    r"(?:suivez|retrouvez|rejoignez|abonnez|inscrivez|recevez|téléchargez|écoutez|soutenez)(?:-vous|-nous|-moi)?\b.{0,90}(?:facebook|twitter|instagram|newsletters?|lettre|info|mail|application|appli|whatsapp|chaîne|journal|gratuit|ici|podcast)|cliquez ici",
    # Spanish, Portuguese, Italian
    r"(?:s[ií]gue(?:nos|me)?|suscr[ií]be(?:te|se)|únete|apúntate|recibe|descarga|regístrate|inscríbete|suscríbase|síganos)\b.{0,90}(?:facebook|twitter|instagram|bolet[ií]n|newsletters?|correo|whatsapp|telegram|canal|app|noticias|aquí|\bx\b)|(?:haga|haz) clic|pulsa aquí",
    r"(?:siga|assine|clique|receba|inscreva|participe|baixe|entre)(?:-nos|-se)?\b.{0,90}(?:facebook|twitter|instagram|newsletters?|whatsapp|telegram|canal|aqui|notícias|e-mail|youtube)",
    r"(?:segui(?:ci)?|iscriviti|abbonati|scarica|ricevi|clicca|unisciti)\b.{0,90}(?:facebook|twitter|instagram|newsletter|whatsapp|telegram|canale|app|qui|notizie)",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"(?:volg|meld|abonneer|schrijf|download|klik)(?: je| ons| je in| hier)?\b.{0,80}(?:facebook|instagram|twitter|nieuwsbrief|whatsapp|app|hier|kanaal)|(?:heb je|heeft u) (?:een )?(?:tip|vraag)",
    r"(?:följ|prenumerera|anmäl|ladda ner|tipsa|følg|abonner|meld|tilmeld|hent|last ned)(?: oss| dig| deg| os)?\b.{0,80}(?:facebook|instagram|twitter|nyhetsbrev|nyhedsbrev|app|e-post|kanal|oss)|(?:seuraa|tilaa|lataa) .{0,60}(?:facebook|instagram|uutiskirje|sovellus)",
    # Polish, Czech, Russian, Ukrainian, Turkish
    r"(?:zapisz się|obserwuj|dołącz|subskrybuj|polub|śledź|pobierz)\b.{0,80}(?:newsletter|facebook|instagram|twitter|nas|kanał|aplikacj)|(?:sledujte|přihlaste|odebírejte)\b.{0,60}(?:facebook|instagram|newsletter|nás)",
    r"(?:подписывайтесь|подпишитесь|присоединяйтесь|следите|читайте нас|підписуйтесь|підпишіться|приєднуйтесь)\b", r"bizi .{0,80}takip ed|abone ol(?:un|mak)",
    # Arabic, Chinese, Japanese, Korean
    r"تابعونا|تابعنا|اشترك(?:وا)? في|关注.{0,20}(?:公众号|微信|微博)|扫描二维码|點擊.{0,10}(?:訂閱|追蹤)|点击.{0,10}(?:订阅|关注)|登録はこちら|フォローする|구독|제보(?:하기|는|합니다)|카카오톡 ?:",
)  # fmt: skip

CLARIFIES = r"clarif|klarstell|aclaraci|chiariment|precisazione|précision\b|präzisier|förtydlig|presiser|præciser|доповнення"
UPDATES = (
    r"\b(?:has|have|had) (?:since )?been (?:\w+ly )?updated\b|\b(?:was|were|is) (?:\w+ly )?updated\b|\bupdated (?:to|with|on|at)\b|^\W*(?:updates?|updated|adds|recasts|eds\s*:\s*updates)\b"
    r"|aktualisier|ergänz|mis(?:e)? à jour|actualis|actualiz|aggiorna|atualiz|bijgewerkt|aangevuld|aanvulling|uppdater|opdater|oppdater|päivitetty|zaktualiz|обновл|дополн|güncellen|更新|업데이트|تحديث"
)
CORRECTS = (
    r"(?<!un)correct|misstat|misidentif|misspel|incorrect|erroneous|\berrors?\b|erratum|errata|erramos|\bwrong|amend|refil|fix\b|korrig|korrekt|korrektur|berichtig|richtigstell|fälschlich|falsch"
    r"|rectif|correcc|corregi|corrig|corregi|corrett|correzion|correç|diferentemente|por error|par erreur|à tort|per errore|por engano|rättel|rettel|rettet|korrigert|oikais|korja|sprostow|korekta|błędn|oprav|düzelt|исправ|уточн|поправк"
    r"|訂正|修正|誤|更正|勘误|정정|바로잡|تصحيح|تصويب|(?:earlier|previous|prior|original) (?:version|headline)|originally|(?:frühere|ursprüngliche|erste)\w? (?:version|fassung)|version précédente|versión anterior|versione precedente|versão anterior|eerdere versie|tidigare version|tidligere ver"
)
"""What kind of note it is, anywhere in its first words."""
