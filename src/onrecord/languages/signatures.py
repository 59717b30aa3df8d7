"""How a writer signs with a name alone where names have no capitals: Korea's and Japan's papers."""

KOREAN = r"\W{0,2}[\uac00-\ud7a3]{2,4}\s?(?:(?:선임|인턴|객원|수석|전문)?기자|특파원|논설위원|통신원)[\s(=]*(?:\S+@\S+)?\W*"
"""`김서연 기자 seoyeon@badailbo.example`"""
_JAPANESE_SURNAMES = """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎 阿部 池田 橋本
    山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 斎藤 斉藤 齋藤 齊藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原
    岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野
    丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 菅原 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野
    大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 高野 山内 西田 西川 五十嵐 北村 安田 中田 川口 平田 川崎 本田 久保田 吉川
    飯田 沢田 服部 樋口 永井 岩田 土屋 秋山 松岡 早川 川上 荒木 大橋 片山 田口 黒田 星野 福島 尾崎 荒井 望月 永田 熊谷 堀内 石橋
    内藤 松村 西山 大久保 河野 小池 広瀬 高瀬 北川 須藤 浅野 黒木 榎本 滝沢 三宅 矢野 篠原 大石 吉村 白石 中西 松永 森本 小田 梅田
    岩本 上原 成田 関口 天野 奥村 田辺 川村 八木 児玉 神田 大谷 栗原 吉岡 石原 宮田 三上 辻 関 堀 南 東 森 林 原 西 岡 谷
"""
_LONG = "|".join(
    sorted((name for name in _JAPANESE_SURNAMES.split() if len(name) > 1), key=len, reverse=True)
)
_SHORT = "|".join(name for name in _JAPANESE_SURNAMES.split() if len(name) == 1)
_LETTERS = r"[\u4e00-\u9fff々\u3040-\u30ff]{1,3}"
_NO_END = "県市町村区郡道府都駅港湾川山島橋店社庁署省院校園会館場戦杯賞線型機器法案氏派組版寺家側党者告君様ん"
_JOBS = r"(?:[ \u3000]?(?:記者|編集委員|論説委員|特派員|通信員))"
JAPANESE = (
    rf"(?:【|［|文[・=＝/／:：]\s?)?(?:(?:{_LONG})[ \u3000・]?{_LETTERS}(?<![{_NO_END}]){_JOBS}?"
    rf"|(?:{_SHORT})(?:[ \u3000・]{_LETTERS}{_JOBS}?|{_LETTERS}{_JOBS}))(?:】|］)?"
)
"""`高瀬 直人`, `【佐藤美咲】`, `文・田中健`: a common surname and one to three letters more, which end no place's or body's name."""
