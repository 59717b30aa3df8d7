"""What was put right, and the editors' own word to the reader."""

_EN_THING = r"(?:story|article|report|post|piece|version|item|column|headline|page|caption|photo caption|video|newsletter|transcript|list|map|graphic|chart|photo|review|obituary|analysis|dispatch|entry|editorial|interview|profile|essay|summary)"
BEGINS: tuple[str, ...] = (
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

EDITORS_BEGIN: tuple[str, ...] = (
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
"""What was done to the story, anywhere in a line: which kind of note it is."""
ELSEWHERE = r"\b(?:originally|first|previously) (?:published|appeared|ran|posted|aired|reported|written|produced)\b(?!.*(?:correct|updat|misstat|version))"
"""`This story was originally published by Harbour Today`: nothing was put right."""
OF_THIS_STORY = r"this (?:story|article|report|post|version|item|column|piece|headline|list|page).{0,60}(?:has been|was|is|originally|corrects|incorrectly|initially|previously)|(?:earlier|previous) version"
"""What a line that begins `Update:`, as news does, must say before it was put right."""
STORY = r"version|story|article|headline|report\b|post\b|list\b|historia|artículo|artikel|text\b|fassung|texto|articolo|reportagem|文|記事"
STORY_UPDATED = r"(?:story|article|report|post|version|historia|artículo|nota|article|artikel|text|articolo|reportagem)\b.{0,40}(?:updated|actualiz|mis à jour|aktualisiert|ergänzt|aggiornat|atualizad)"
WAS_WRONG = r"(?:earlier|previous|prior) version|misstat|misspel|incorrectly|to correct|korrigiert|früheren version|versión anterior|version précédente"
"""What a note must speak of to be more than a word to the reader."""
