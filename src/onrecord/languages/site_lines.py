"""How a site names itself in the lines round a story: menus, buttons and the foot of the page, by language.

`{name}` stands where the name does; tried on whole short lines without regard to case.
"""

NAMED: tuple[str, ...] = (
    # English
    r"(?:about|contact) {name}",
    r"(?:advertise (?:with|in|on)|subscribe to|sign up (?:for|to)|jobs? at|work (?:at|for|with)|careers at|welcome to|sponsor|become an? sponsor of"
    r"|donate to|download the|why (?:you can )?trust|rss feed \(all stories on) {name}",
    r"{name} (?:home ?page|home)", r"{name}(?:[’']s)? (?:logo|icon|app|app logo)(?: .*)?", r"{name} (?:main menu|menu|navigation|staff|customer (?:service|support))",
    r"(?:follow |like |find |join )?{name}(?: online)? on (?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|threads|flipboard|rss)",
    r"add {name} (?:as a preferred source|to home screen).*", r"more from {name}",
    # German
    r"(?:über|zur startseite von|jobs bei|werben (?:auf|bei|in)|logo|danke, dass sie) {name}(?: nutzen)?",
    r"{name} auf (?:facebook|twitter|x|instagram|youtube|tiktok|linkedin|rss-feed)",
    r"(?:der )?{name} (?:startseite|redaktion|im abo|logo \| startseite öffnen)",
    # French, Spanish, Italian, Portuguese
    r"(?:à propos (?:de|du)|s[’']abonner à|abonnez-vous à|contacter|l[’']équipe de) {name}",
    r"{name} (?:sur|en|su|no) (?:facebook|twitter|x|instagram|youtube|linkedin|tiktok|telegram|whatsapp)",
    r"(?:acerca de|quiénes somos en|suscríbete a|anúnciate en|trabaja en|abbonati a|pubblicità su|assine(?: o| a)?|anuncie n[oa]) {name}",
    # Dutch, Scandinavian, Polish
    r"(?:over|adverteren (?:in|bij)|werken bij|om|annonser i|annoncér i|reklama w) {name}",
)  # fmt: skip
"""A line that is hardly ever of anybody else's name but the site's, or else of a writer's."""

NAMED_LOOSELY: tuple[str, ...] = (
    r"{name} (?:newsletters?|careers|jobs|shop|store|archives?|services|e-?edition|e-?paper|podcasts?|membership|events|magazine|editorial|network|plus|premium|abo|live)",
    r"(?:sobre|suivez|suivre|sigue a|segui|siga|chi è|support|follow|get|the|der|die) {name}",
)  # fmt: skip
"""A line that may as well be of one of the site's sections."""

NO_NAMES = frozenset(
    """facebook twitter instagram youtube linkedin tiktok whatsapp telegram google pinterest snapchat reddit flipboard x threads apple
    rss wordpress spotify paypal outbrain taboola accuweather disqus android iphone ios us uns nous nosotros noi ons oss me home news
    nachrichten actualités noticias notizie notícias nieuws nyheter newsletter newsletters podcast podcasts video videos sport sports
    business politics politik politique política culture kultur opinion world welt monde mundo menu search suche login logo abo shop app
    alerts email subscribe subscription advertising archive archives staff careers jobs contact about cookies privacy weather archiv version health education politics fitness life photo photos audio statement content image
    images share partager teilen compartir condividi delen dela cookie-einstellungen mein weitere""".split()
)
"""Words that alone are no site's name where such a line has them."""

FORMS = (
    r"inc|llc|m\.b\.h|ediciones|editions|éditions|edizioni|editorial|grupa|and affiliated companies|l\.l\.c|ltd|limited|plc|gmbh|mbh|ag|kg|se|co|corp|corporation|company|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|s\.?l\.?u?|b\.?v|n\.?v|ab|as|a/s|oy|pty|cic|e\.?v"
    r"|group|gruppe|groupe|grupo|gruppo|holdings?|media|medien|mediengruppe|médias?|communications?|network|networks|broadcasting|publishing|publications|newspapers?|verlag|verlags|verlagsgesellschaft|digital|interactive|enterprises?|partners|productions?|services|trust|foundation|stiftung"
)
"""The words that make a name a company's: who owns the rights is often not what the site is called."""
