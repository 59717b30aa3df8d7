"""Words in and round the dateline at a story's head."""

SMALL_IN_PLACES = r"de|del|della|di|da|do|dos|das|la|las|los|le|les|el|al|am|an|der|im|in|of|on|the|upon|und|and|sur|sous|ob|bei|près|nad|pod|i|y|e|et|den|het|von|van"
"""Articles and prepositions within the name of a town."""
NO_PLACES = frozenset(
    """dear fox fact facts by von par por de av update updates breaking news editor editors note correction watch listen read live video videos photo photos gallery
    exclusive opinion analysis review interview related advertisement sponsored summary highlights recap background
    question answer q a yes no the this that it he she they we i you but and so if when what why who how here there
    nein ja das die der es er sie wir ich meinung kommentar interview analyse hintergrund update eilmeldung frage
    non oui le la les un une il elle on nous vous interview analyse sí el los él ella entrevista análisis
    today tonight yesterday monday tuesday wednesday thursday friday saturday sunday step day part chapter also more
    episode season round game final score stats key takeaways fact check explainer warning spoiler alert tip tips
    pros cons price rating verdict bottom line caption source sources credit image file rt via
    left right above below pictured top center archive illustration rs links rechts archiv symbolbild
    updated corrects adds developing satire podcast transcript newsletter
    sen rep gov dr mr mrs ms prof rev capt sgt gen lt col tldr""".split()
)
"""What a story, a caption or a line to the reader begins with, before a dash or a colon, as a place does."""
NO_PLACES_EAST_ASIAN = frozenset(
    "写真 動画 速報 独自 画像 図解 解説 コラム 特集 更新 関連記事 写真特集 記者 快讯 视频 图集 原创".split()
)
"""The same in the brackets of Japanese and Chinese papers."""
GLUED_AGENCIES = ("共同", "時事", "ロイター", "AFP時事", "AFP", "AP", "新華社")
"""Agencies whose names Japanese papers set behind the town without a blank."""
