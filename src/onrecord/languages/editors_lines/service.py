"""What the reader is asked, and where a line leads."""

BEGINS: tuple[str, ...] = (
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

VERBS = (
    r"follow|subscribe\b|sign up|click|download|listen|join|donate|support|contact|reach|email|e-mail|tweet|catch up|get (?:our|the|more)|read more|more (?:at|on|from)|find|see (?:more|also)|visit|watch|you can|to (?:receive|subscribe|sign|get|read)",
    r"abonnier|folge|melden|newsletter|abonnez|suivez|inscriv|suscr|sígu|sigue|seguici|iscriv|assine|siga|abonneer|volg",
)
"""With which a line may begin that the model is sure is the story's."""
LEADS = r"https?://|www\.|@\w|newsletter|subscribe\b|sign up|click(?:ing)? here|twitter|facebook|instagram|podcast"
"""Where to: anywhere in a line."""
BUTTONS = r"(?:share|email) "
