"""What stands over a box of links, by language: other stories on the subject, what the house lists anyway, paid items.

A heading begins with one of these, in small letters and without marks before it.
"""

RELATED: tuple[str, ...] = (
    # English
    "related", "read more", "read also", "read next", "also read", "see also", "more on this", "more on the", "more from",
    "more about", "more like this", "more stories", "more news", "more coverage", "more galleries", "more photos", "more videos", "you may also", "you might also",
    "recommended", "up next", "what to read next", "further reading", "keep reading", "explore more", "don't miss", "don’t miss",
    # German
    "mehr zum thema", "mehr zu", "zum thema", "lesen sie", "lies auch", "weitere artikel", "weiterführende", "das könnte",
    "passend zum", "siehe auch", "auch interessant", "ähnliche", "verwandte",
    # French, Italian, Spanish, Portuguese
    "à lire", "a lire", "lire aussi", "à voir", "voir aussi", "sur le même sujet", "dans la même", "articles liés",
    "leggi anche", "potrebbe interessarti", "approfondisci", "articoli correlati", "ti potrebbe",
    "lea también", "lee también", "te puede", "te recomendamos", "noticia relacionada", "noticias relacionadas", "relacionad",
    "también te", "más sobre", "puede interesarte", "leia também", "leia mais", "veja também", "saiba mais", "mais sobre",
    "notícias relacionadas",
    # Dutch, Danish, Norwegian, Swedish, Finnish
    "lees ook", "lees meer", "meer over", "gerelateerd", "læs også", "læs mere", "les også", "les mer", "läs också", "läs mer", "läs även",
    "relaterade", "relaterte", "relaterede", "lue myös", "aiheesta",
    # Polish, Czech, Slovak, Hungarian, Romanian
    "czytaj też", "czytaj także", "czytaj więcej", "zobacz też", "zobacz także", "zobacz również", "przeczytaj", "powiązane",
    "čtěte také", "čtěte více", "přečtěte si", "související", "mohlo by vás", "čítajte", "prečítajte", "súvisiace",
    "kapcsolódó", "olvassa el", "ezt is", "citește și", "citeşte şi", "vezi și",
    # Greek, Turkish, Russian, Ukrainian
    "διαβάστε", "δείτε επίσης", "σχετικά", "ilgili haber", "ilginizi çekebilir", "bunlar da", "ayrıca",
    "читайте также", "читайте ещё", "по теме", "материалы по теме", "ещё по теме", "смотрите также", "похожие",
    "читайте також", "за темою", "більше за темою",
    # Arabic, Persian, Hebrew
    "مقالات ذات صلة", "أخبار ذات صلة", "اخبار ذات صلة", "موضوعات ذات صلة", "مواضيع ذات صلة", "ذات صلة", "اقرأ أيضا",
    "اقرأ أيضًا", "اقرأ أيضاً", "إقرأ أيضا", "قد يهمك", "مواد متعلقة", "شاهد أيضا", "اقرأ المزيد",
    "مطالب مرتبط", "اخبار مرتبط", "بیشتر بخوانید", "עוד בנושא", "כתבות נוספות", "קראו גם", "ראו גם", "אולי יעניין",
    "כתבות קשורות", "עוד על", "עוד ב",
    # Hindi, Thai, Vietnamese, Indonesian
    "यह भी पढ़ें", "ये भी पढ़ें", "संबंधित", "ข่าวที่เกี่ยวข้อง", "เรื่องที่เกี่ยวข้อง", "อ่านเพิ่มเติม", "อ่านต่อ", "tin liên quan", "xem thêm",
    "bài liên quan", "đọc thêm", "baca juga", "berita terkait", "artikel terkait", "simak juga",
    # Chinese, Japanese, Korean
    "相关新闻", "相关阅读", "相关报道", "相关文章", "延伸阅读", "推荐阅读", "更多相关", "相關新聞", "相關閱讀", "相關報導",
    "延伸閱讀", "推薦閱讀", "関連記事", "関連ニュース", "あわせて読みたい", "こちらもおすすめ", "おすすめ記事", "関連", "관련기사", "관련 기사",
    "관련뉴스", "관련 뉴스", "함께 보면", "추천기사",
)  # fmt: skip

LISTING: tuple[str, ...] = (
    "most read", "most popular", "most viewed", "most shared", "most commented", "most recent", "trending", "latest",
    "recent", "top stories", "top news", "top headlines", "popular", "today's headlines", "breaking", "editor's picks", "editors' picks",
    "editor’s picks", "features", "in case you missed", "more headlines", "current issue",
    "meistgelesen", "am meisten", "meistgesehen", "neueste", "aktuell", "top-themen",
    "lo más", "más leíd", "últimas", "les plus lus", "à la une", "dernières", "le più lette", "i più letti", "ultime notizie",
    "mais lidas", "últimas notícias", "mest lest", "mest læst", "mest läst", "seneste", "siste", "senaste", "meest gelezen", "laatste",
    "luetuimmat", "uusimmat", "najczęściej", "najnowsze", "popularne", "nejčtenější", "nejnovější", "legolvasottabb", "legfrissebb",
    "cele mai citite", "son dakika", "en çok okunan", "popüler", "самое читаемое", "популярное", "последние новости", "лента новостей",
    "найпопулярніше", "останні новини", "الأكثر قراءة", "آخر الأخبار", "أحدث الأخبار", "زوارنا يقرأون", "פופולרי", "הנקראות ביותר", "חדשות אחרונות",
    "ข่าวล่าสุด", "tin mới", "đọc nhiều", "terpopuler", "terbaru", "热门", "最新", "排行", "熱門", "ランキング", "アクセスランキング",
    "新着", "많이 본", "인기", "최신",
)  # fmt: skip

PAID: tuple[str, ...] = (
    "sponsored", "promoted", "paid content", "paid post", "paid for by", "partner content", "partner offer", "from our partner",
    "from our sponsor", "from our advertiser", "from the web", "around the web", "presented by", "brought to you by",
    "gesponsert", "bezahlte inhalte", "anzeigen aus", "contenu sponsorisé", "contenus sponsorisés", "sponsorisé", "contenuto sponsorizzato",
    "contenido patrocinado", "patrocinado", "conteúdo patrocinado", "gesponsord", "sponset", "sponsrat", "annonsørinnhold",
    "materiał promocyjny", "materiał sponsorowany", "artykuł sponsorowany", "komerční sdělení", "szponzorált", "sponsorlu", "на правах рекламы",
    "партнёрский материал", "محتوى دعائي", "تוכן ממומן", "תוכן שיווקי", "广告", "廣告", "スポンサー", "제휴",
)  # fmt: skip

COMMENTS: tuple[str, ...] = (
    "comments", "readers' comments", "reader comments", "join the conversation", "leave a comment", "leave a reply", "post a comment", "have your say",
    "kommentare", "leserkommentare", "diskussion", "kommentar schreiben", "schreibe einen kommentar", "schreiben sie einen kommentar",
    "commentaires", "laisser un commentaire", "réactions", "comentarios", "deja un comentario", "deja una respuesta", "comentários", "deixe um comentário",
    "commenti", "lascia un commento", "reacties", "kommentarer", "kommentar abgeben", "komentarze", "komentáře", "diskuse", "комментарии", "коментарі", "yorumlar",
    "التعليقات", "תגובות", "评论", "コメント", "댓글",
)  # fmt: skip
"""Over what readers wrote."""
