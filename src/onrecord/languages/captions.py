"""What stands in captions beside what they tell: labels of credits, words of credits, buttons."""

LABELS = (
    r"(?:(?:file |handout |stock |undated |ap |afp |reuters |cover |lead |featured |header |mandatory )?"
    r"(?:photo(?:graph(?:s|y|er)?)?s?|pictures?|pics?|images?|illustrations?|graphics?|credits?|courtesy|"
    r"foto(?:s|grafie|grafía|grafia|graf)?|fotó|bild(?:er|quelle|nachweis|rechte)?|(?:symbol|archiv|vor)(?:bild|foto)|quelle|grafik|"
    r"crédits?(?:\s+photos?)?|créditos?|imagen|imagem|kuva|zdj(?:ęcie)?\.?|fot\.?|obrázek|video|screenshot|"
    r"fuente|fonte|source|sumber|фото|ảnh|사진|写真|画像|تصوير|صورة|צילום|תמונה|图片|圖片|图|圖|isithombe|dok(?:umentasi)?\.?)(?:\s*(?:credit|courtesy))?)"
)
"""Before a credit: `Photo:`, `Bild:`, `Foto di`. A piece of a regular expression."""
CREDIT_WORDS = (
    r"\b(?:ap|afp|epa|efe|dpa|upi|reuters|getty|shutterstock|istock|alamy|imago|picture.alliance|photo|foto|fotos|image|images|file|archiv|"
    r"courtesy|handout|pool|via|provided|credit|bild|screenshot|screengrab|instagram|facebook|twitter|youtube|keystone|scanpix|ritzau|ntb|tt|anp|belga|"
    r"lehtikuva|apa|ansa|lapresse|zuma|sipa|nurphoto|bloomberg|nasa|noaa|unsplash|pexels|wikimedia|cc by|press|tass|xinhua|anadolu|npr|bbc|cnn|cbc|fox news|usa today|(?-i:[KW][A-Z]{2,3})|@)\b|©|撮影|提供|共同|時事|ロイター|연합뉴스|뉴시스|뉴스1|로이터|자료사진|新华社|新華社|视觉中国|رويترز|أ ف ب|الأناضول|ТАСС|РИА Новости"
)
"""One of these, and a short line is a credit."""
LABELS_BEFORE = r"image (?:caption|source|copyright)|media caption|caption|bildunterschrift|légende|leyenda|imagem|hide caption|photo caption"
BUTTONS_BEHIND = r"vis mer|visa mer|mostra di più|voir plus|expand|enlarge|vergrößern|zoom|open image modal|caption|hide caption|toggle caption|read more|see more|show more|mehr anzeigen|ver más"
"""What sites put before a caption and behind it."""
