"""How a language speaks of speaking: verbs of saying by the act they name, and what stands round a quotation.

Written from common knowledge, in lower case. `ACTS` is English: verbs (and nouns like them) in their
dictionary form, the regular forms are worked out; `ACT_FORMS` has the irregular ones and words of one form.
`SAYING` has for each language what direct quotations are found by.
"""

from dataclasses import dataclass

ACTS = {
    "speech": """
        add admit acknowledge advise affirm allege announce answer apologize ask assert assure blast boast
        brag bemoan caution claim comment complain concede confess confirm continue contend counter cry
        declare demand deny detail disclose echo emphasize exclaim explain express hint imply inform
        inquire insist instruct interject interview joke lament lie maintain mention mock murmur mutter
        narrate note object observe offer order pledge plead proclaim promise pronounce protest quip quote
        raise read reaffirm reassure recall recount refer reiterate relate release remark remind repeat
        reply report request respond retort reveal scream shout sigh signal speak state stress suggest
        talk tell testify tout thank threaten urge utter voice vow warn whisper yell argue address brief
        discuss elaborate stipulate swear conclude decline refuse invite statement remarks word words
        speech interview news question questions response answer claims message
    """,
    "writing": """
        write tweet retweet post blog email e-mail text publish print editorialize record sign letter
        report reports survey poll document cite describe note show indicate detail find finding
    """,
    "thought": """
        think believe consider know feel understand realize recognize remember doubt suspect suppose
        assume imagine reckon guess wonder worry fear learn figure conclude decide see hear agree disagree
        regard notice determine ponder muse view sense dream believe opinion view thought belief concern
        concerns fears
    """,
    "expectation": """
        expect anticipate predict hope forecast project foresee await estimate bet expectation prediction
        projection
    """,
    "judgement": """
        call accuse criticize praise blame condemn denounce deem judge dismiss slam attack question
        endorse support oppose label dub characterize mock ridicule hail applaud reject welcome favor
        prefer like love hate dislike respect admire approve disapprove charge fault deride decry chide
        rebuke scold bash lambast laud compliment credit rate rank back defend challenge criticism praise
        condemnation support opposition endorsement
    """,
    "intention": """
        plan intend want seek aim propose vow wish decide prepare agree try attempt mean pursue desire
        promise plan proposal
    """,
}

ACT_FORMS = {
    "speech": """
        say says saying said told spoke spoken swore sworn quoth asks reportedly allegedly according put read telling
        saying
    """,
    "writing": "wrote written",
    "thought": "certain sure confident convinced skeptical afraid worried thought knew known felt understood saw seen heard thinks foresaw",
    "expectation": "expected bet forecast foresaw",
    "judgement": "named nicknamed supporter supporters critic critics",
    "intention": "sought meant",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """What direct quotations are found by in a language; all words in lower case."""

    verbs: frozenset[str]
    """Finite forms and participles of verbs of saying."""
    helpers: frozenset[str]
    """Words that may stand right before a participle, or between it and its subject: auxiliaries, clitics."""
    pronouns: frozenset[str]
    """Pronouns that can be who speaks."""
    openers: frozenset[str]
    """Determiners: words that can begin the noun phrase of who speaks."""
    joiners: frozenset[str]
    """Small words within such a phrase: of, the, and."""
    stops: frozenset[str]
    """Words that end such a phrase: other prepositions, conjunctions, adverbs of time."""
    according: frozenset[str] = frozenset()
    """Words that name a source without a verb: "selon", "laut"."""
    silent: bool = False
    """Whether a verb may do without its subject: "dijo", "ha detto"."""


def _saying(
    verbs: str,
    helpers: str,
    pronouns: str,
    openers: str,
    joiners: str,
    stops: str,
    according: str = "",
    silent: bool = False,
) -> Saying:
    def words(listed: str) -> frozenset[str]:
        return frozenset(listed.split())

    return Saying(
        words(verbs),
        words(helpers),
        words(pronouns),
        words(openers),
        words(joiners),
        words(stops),
        words(according),
        silent,
    )


SAYING = {
    "en": _saying(
        """said says say told tells added adds asked asks wrote writes tweeted insisted insists argued argues
        warned warns declared declares continued continues explained explains noted notes replied replies
        recalled announced claimed claims stated states responded concluded admitted acknowledged remarked
        suggested joked quipped shouted answered observed testified posted recounted complained confirmed
        commented urged predicted promised vowed pledged lamented exclaimed whispered yelled muttered
        thinks believes read reads""",
        "has had have also later then",
        "he she they it i we who",
        "the a an one some several many both his her their its our my",
        "of the and for & de van von al bin",
        """on in at by to from with during after before when while as that which who because about since
        until but or if yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday
        recently later earlier this last""",
    ),
    "de": _saying(
        """sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten schrieb
        schreibt schrieben geschrieben meinte meint meinten fügte ergänzte ergänzt warnte warnt forderte
        fordert kritisierte kritisiert fragte fragt antwortete antwortet erzählte erzählt berichtete
        berichtet teilte mitgeteilt behauptete behauptet bekräftigte bekräftigt räumte lobte lobt äußerte
        äußert rief ruft zitierte zitiert verkündete verkündet versicherte versichert erinnerte resümierte
        twitterte kommentierte kommentiert versprach verspricht findet fand glaubt urteilte urteilt heißt
        hieß lautete konstatierte bilanzierte mahnte mahnt schilderte schildert entgegnete erwiderte
        erwidert""",
        "hat haben hatte hatten auch dazu weiter zudem noch es",
        "er sie es wir ich man",
        """der die das ein eine einer sein seine ihr ihre dem den des deren dessen mehrere viele beide einige
        zwei drei""",
        "der des von vom und für die & zu van de den dem",
        """am im in an auf bei nach vor mit aus über zu zur zum gegenüber während wegen laut dass als wenn
        weil aber oder heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag
        dort hier jetzt nun dann später bereits jüngst kürzlich zuletzt hinzu mit nicht""",
        "laut gemäß",
    ),
    "fr": _saying(
        """dit disait disent déclare déclaré déclaraient déclarait affirme affirmé affirmait explique
        expliqué expliquait ajoute ajouté ajoutait assure assuré assurait estime estimé estimait écrit
        écrivait raconte raconté racontait précise précisé précisait souligne souligné soulignait annonce
        annoncé indique indiqué indiquait répond répondu répondait demande demandé lance lancé lançait
        confie confié confiait prévient prévenu rappelle rappelé rappelait martèle martelé insiste insisté
        poursuit poursuivi poursuivait conclut conclu regrette regretté dénonce dénoncé reconnaît reconnu
        admet admis résume résumé témoigne témoigné juge jugé commente commenté promet promis plaide
        plaidé note noté observe observé réagit réagi rapporte rapporté tweeté fustige s'exclame exclame
        exclamé tranche constate constaté détaille détaillé sourit soupire soupiré souffle soufflé glisse glissé
        murmure murmuré ironise ironisé relativise nuance renchérit enchaîne enchaîné lâche lâché peste
        déplore déploré salue salué réplique répliqué rétorque rétorqué avance avancé fait faisait justifie
        justifié interroge interrogé amuse agace inquiète inquiété indigne indigné réjouit félicite félicité
        souvient défend défendu""",
        "a ont avait avaient s' s'est est t l' a-t n' encore aussi également alors",
        "il elle ils elles on je nous qui lui",
        """le la les l' un une des ce cette ces son sa ses leur leurs plusieurs certains deux trois mon ma
        mes notre nos""",
        "de du des d' la le les l' et & von van",
        """à au aux en dans sur par pour avec lors après avant pendant depuis chez devant que qui dont où
        mais ou quand lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain selon ce
        dans sans auprès durant face""",
        "selon",
    ),
    "es": _saying(
        """dijo dice dicen dijeron decía dicho declaró declara declararon declarado afirmó afirma afirman
        afirmaron afirmado explicó explica explicaron explicado añadió añade añadido agregó agrega
        agregado aseguró asegura aseguraron asegurado señaló señala señalaron señalado indicó indica
        indicado escribió escribe escrito manifestó manifiesta manifestado sostuvo sostiene contó cuenta
        contado advirtió advierte advertido insistió insiste insistido subrayó subraya subrayado destacó
        destaca destacado recordó recuerda recordado preguntó pregunta respondió responde respondido
        comentó comenta comentado concluyó concluye anunció anuncia anunciado aclaró aclara confesó
        confiesa reconoció reconoce admitió admite denunció denuncia denunciado lamentó lamenta lamentado
        expresó expresa expresado precisó precisa apuntó apunta apuntado puntualizó reiteró reitera
        prometió exclamó opinó opina opinaron tuiteó relató relata""",
        "ha han había habían se le les lo también además ayer",
        "él ella ellos ellas yo nosotros usted quien",
        """el la los las un una unos unas su sus este esta estos estas ese esa varios algunos muchos ambos
        dos tres mi""",
        "de del la el los las y e & von van",
        """a al en con por para sobre tras durante desde hasta ante que quien cuando donde pero o según lunes
        martes miércoles jueves viernes sábado domingo ayer hoy mañana este esta entre sin""",
        "según",
        silent=True,
    ),
    "it": _saying(
        """disse dice dicono dissero detto diceva dichiara dichiarato dichiarò afferma affermato affermò
        spiega spiegato spiegò spiegano aggiunge aggiunto aggiunse sottolinea sottolineato sottolineò
        scrive scritto scrisse racconta raccontato raccontò sostiene sostenuto assicura assicurato ricorda
        ricordato conclude concluso commenta commentato annuncia annunciato risponde risposto rispose
        chiede chiesto chiese precisa precisato osserva osservato ribadisce ribadito avverte avvertito
        ammette ammesso denuncia denunciato rivela rivelato confessa confessato promette promesso prosegue
        proseguito continua continuato replica replicato insiste insistito attacca attaccato evidenzia
        evidenziato riferisce riferito lamenta lamentato riassume esclama esclamato twitta twittato""",
        "ha hanno aveva avevano si è lo gli le anche poi ancora",
        "lui lei egli ella essi loro io noi chi",
        "il lo la i gli le l' un uno una suo sua suoi sue questo questa quel quella alcuni molti due tre",
        "di del della dello dei degli delle dell' e ed il la & de von van",
        """a al alla ai in nel nella con per su sul sulla da dal dalla dopo prima durante che quando dove ma
        o secondo lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani tra fra senza
        nell' all' dall' sull'""",
        "secondo",
        silent=True,
    ),
    "pt": _saying(
        """disse diz dizem disseram dizia dito declarou declara declararam afirmou afirma afirmam afirmaram
        afirmado explicou explica explicaram acrescentou acrescenta completou completa garantiu garante
        salientou salienta escreveu escreve contou conta relatou relata ressaltou ressalta destacou
        destaca lembrou lembra perguntou pergunta respondeu responde comentou comenta concluiu conclui
        anunciou anuncia alertou alerta criticou critica admitiu admite reconheceu reconhece defendeu
        defende avaliou avalia observou observa informou informa reforçou reforça sublinhou sublinha
        frisou frisa lamentou lamenta insistiu insiste prometeu revelou revela confessou apontou aponta
        referiu refere adiantou adianta enfatizou tuitou desabafou pediu pede argumentou argumenta""",
        "tem têm tinha havia se lhe também ainda já",
        "ele ela eles elas eu nós você quem",
        """o a os as um uma uns umas seu sua seus suas este esta esse essa vários alguns muitos ambos dois
        duas três meu minha""",
        "de do da dos das e & von van",
        """ao à aos às em no na nos nas com por para sobre após durante desde até ante que quem quando onde
        mas ou segundo conforme segunda terça quarta quinta sexta sábado domingo ontem hoje amanhã nesta
        neste entre sem numa num pelo pela""",
        "segundo conforme",
        silent=True,
    ),
    "nl": _saying(
        """zei zegt zeggen zeiden gezegd verklaarde verklaart verklaard vertelde vertelt verteld vertellen
        schreef schrijft geschreven aldus stelde stelt gesteld meldde meldt gemeld vindt vond vinden
        benadrukte benadrukt legde legt voegde voegt waarschuwde waarschuwt gewaarschuwd antwoordde
        antwoordt vroeg vraagt reageerde reageert gereageerd noemde noemt bevestigde bevestigt erkende
        erkent beweerde beweert concludeerde concludeert twitterde twittert besluit besloot denkt dacht
        klinkt klonk liet laat riep roept herhaalde vervolgde vervolgt beaamt beaamde""",
        "heeft hebben had hadden ook daarover nog het weten",
        "hij zij ze ik wij we men",
        "de het een zijn haar hun deze dit die dat enkele veel beide twee drie",
        "van de het der den en & von te ten ter",
        """in op aan bij na voor met uit over tot tegen tijdens door om dat die wanneer toen als maar of
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag morgen later eerder
        volgens naar toe uit""",
        "volgens",
    ),
}
