"""How dates and times are printed in the languages that news is written in.

Keys are in lower case, without a final full stop. Where one spelling means two things the commoner one on news
pages stands ("mar" is March, not the Danish sea).
"""

_MONTHS_BY_LANGUAGE = {
    "en": "january february march april may june july august september october november december",
    "en short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "en other": "- - - - - - - - sept - - -",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de short": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "de other": "jänner feber mrz - - - - - sept - - -",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "fr other": "- fevrier - - - - juill aout - - - decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es short": "ene feb mar abr may jun jul ago set oct nov dic",
    "es other": "- - - - - - - - setiembre - - -",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "it short": "gen feb mar apr mag giu lug ago sett ott nov dic",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt short": "jan fev mar abr mai jun jul ago set out nov dez",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl short": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "no short": "jan feb mar apr mai jun jul aug sep okt nov des",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta",
    "fi short": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu "
    "joulukuu",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pl short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "cs other": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "hu short": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ro short": "ian feb mar apr mai iun iul aug sept oct noi dec",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "sr": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru short": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "ru other": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "sr cyrillic": "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
    "νοεμβρίου δεκεμβρίου",
    "el short": "ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "id short": "jan feb mar apr mei jun jul agu sep okt nov des",
    "ms": "januari februari mac april mei jun julai ogos september oktober november disember",
    "tl": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "af": "januarie februarie maart april mei junie julie augustus september oktober november desember",
    "eu": "urtarrilak otsailak martxoak apirilak maiatzak ekainak uztailak abuztuak irailak urriak azaroak abenduak",
    "gl": "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
    "cy": "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "he other": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar other": "كانون2 شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين1 تشرين2 كانون1",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hi other": "जन फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
}

MONTHS: dict[str, int] = {}
"""Month names and their short forms, in all languages at once, by number."""
for _line in _MONTHS_BY_LANGUAGE.values():
    for _number, _name in enumerate(_line.split(), 1):
        if _name != "-":
            MONTHS.setdefault(_name, _number)

WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio
    segunda terça quarta quinta sexta feira seg ter qua qui sex
    dilluns dimarts dimecres dijous divendres dissabte diumenge
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne
    hétfő kedd szerda csütörtök péntek szombat vasárnap
    luni marți miercuri joi vineri sâmbătă duminică
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    понеділок вівторок середа четвер пʼятниця субота неділя нд
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
    senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad
    ponedjeljak utorak srijeda četvrtak petak subota nedjelja
    الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार""".split()
)

TODAY = {
    "today": 0, "heute": 0, "aujourd": 0, "hoy": 0, "oggi": 0, "hoje": 0, "vandaag": 0, "idag": 0, "dzisiaj": 0,
    "dnes": 0, "сегодня": 0, "сьогодні": 0, "bugün": 0, "today's": 0, "今日": 0, "今天": 0, "오늘": 0,
    "yesterday": 1, "gestern": 1, "hier": 1, "ayer": 1, "ieri": 1, "ontem": 1, "gisteren": 1, "igår": 1,
    "wczoraj": 1, "včera": 1, "вчера": 1, "вчора": 1, "dün": 1, "昨日": 1, "昨天": 1, "어제": 1,
}  # fmt: skip
"""Words for a day counted back from when the page was read."""

MORNING = frozenset({"am", "a.m", "a.m.", "上午", "午前", "오전", "凌晨", "早上", "πμ", "sa", "صباحا", "ص"})
AFTERNOON = frozenset({"pm", "p.m", "p.m.", "下午", "午後", "오후", "晚上", "μμ", "ch", "مساء", "م"})
CLOCK_WORDS = frozenset({"uhr", "h", "hrs", "hr", "hs", "ore", "uur", "klo", "kl", "óra", "ч", "год", "น"})

JOINERS = frozenset(
    """at on the of de del do da d um à a às a las le ore alle den el om klo kl och o w dnia dne v в о у το στις
    am den der vom g г р saat pukul jam lúc ngày и en los il delle aos l th st nd rd er ª º ème""".split()
)
"""Words that may stand between the parts of one printed date."""

YEAR_MARKS = frozenset({"г", "р", "года", "року", "r", "roku", "god", "год", "th", "m", "y", "년"})

PUBLISHED = frozenset(
    """published posted publish first created issued originally released uploaded added
    veröffentlicht erstellt publiziert erschienen publié publie publiée publication créé posté mis ligne
    publicado publicada publicação publicada criado pubblicato pubblicata pubblicazione creato
    gepubliceerd geplaatst publicerad publicerat publisert publiceret udgivet julkaistu birt
    opublikowano publikacja dodano utworzono publikováno vydáno zveřejněno publikované megjelent közzétéve létrehozva
    publicat postat yayınlanma yayımlanma yayınlandı giriş oluşturulma опубликовано опубліковано публикувана
    δημοσίευση δημοσιεύθηκε diterbitkan dipublikasikan tayang terbit diperbitkan đăng
    objavljeno објављено פורסם نشر نُشر تاريخ प्रकाशित published: প্রকাশ""".split()
)
UPDATED = frozenset(
    """updated update modified revised changed edited amended upd corrected
    aktualisiert aktualisierung stand geändert bearbeitet letzte
    mis jour modifié modifiée màj maj actualisé actualisée actualizado actualizada actualización modificado atualizado
    atualizada atualização modificada aggiornato aggiornata aggiornamento modificato
    bijgewerkt gewijzigd laatst uppdaterad uppdaterat ändrad oppdatert opdateret ændret päivitetty muokattu uppfært
    zaktualizowano aktualizacja zmiana aktualizováno aktualizace aktualizované upraveno frissítve módosítva frissült
    actualizat actualizată güncelleme güncellenme güncellendi обновлено изменено оновлено ενημέρωση ενημερώθηκε
    ανανέωση diperbarui diperbaharui dikemaskini cập nhật ažurirano osvježeno posodobljeno ажурирано
    עודכן עדכון تحديث حُدّث अपडेटेड अपडेट सुधारित""".split()
)
PUBLISHED_SIGNS = (
    "发布",
    "發布",
    "發表",
    "发表",
    "公開",
    "配信",
    "掲載",
    "投稿",
    "입력",
    "등록",
    "승인",
    "게시",
    "เผยแพร่",
)
UPDATED_SIGNS = ("更新", "修正", "수정", "업데이트", "最終", "ปรับปรุง", "อัปเดต")

ZONES: dict[str, float] = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2,
    "eest": 3, "msk": 3, "мск": 3, "trt": 3, "sast": 2, "cat": 2, "wat": 1, "eat": 3, "gst": 4, "pkt": 5, "ist": 5.5,
    "npt": 5.75, "ict": 7, "wib": 7, "wita": 8, "wit": 9, "sgt": 8, "myt": 8, "hkt": 8, "pht": 8, "awst": 8,
    "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8,
    "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5, "brt": -3, "art": -3, "clt": -4, "cot": -5, "pet": -5,
}  # fmt: skip
"""Time zones by their abbreviation, hours east of Greenwich; where several share one, the commonest in news."""

SWITCHING_ZONES = {"et": -5.0, "ct": -6.0, "mt": -7.0, "pt": -8.0}
"""North American zones named without saying whether it is summer time: hours in winter."""

_UNITS = {
    60: "minute minutes min mins minuten minut minuto minutos minuti minuut minutter minuuttia minuter minuta minuty "
    "минуты минут минуту хвилин dakika dk menit phút perc λεπτά דקות دقيقة minit мин хв",
    3600: "hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur timer time timmar timme tuntia "
    "godzin godziny godzinę hodin hodiny hodinami часа часов час годин години saat jam giờ óra órája ώρες שעות ساعات ساعة",
    86400: "day days d tag tagen tage jour jours día días dia dias giorno giorni dag dagen dager dage dagar päivää dni "
    "dzień dny dní dnem день дня дней днів дні gün hari ngày nap napja ημέρες ימים أيام يوم",
    604800: "week weeks wk w woche wochen semaine semaines semana semanas settimana settimane weken uke uker vecka veckor "
    "viikkoa tydzień tygodnie tygodni týdny неделя недели недель тижнів тижні hafta minggu tuần hete εβδομάδες",
    2592000: "month months mo monat monaten monate mois mes meses mese mesi mês maand maanden måned måneder månad månader "
    "kuukautta miesiąc miesiące miesięcy měsíci месяц месяца месяцев місяць місяців ay bulan tháng hónapja μήνες",
    31536000: "year years yr yrs y jahr jahren jahre an ans année années año años anno anni ano anos jaar år vuotta rok "
    "lata lat roky год года лет рік років yıl tahun năm éve χρόνια",
    1: "second seconds sec secs sekunden seconde secondes segundo segundos secondi sekund секунд saniye detik giây",
}
UNITS: dict[str, int] = {}
"""Units of an age, in seconds."""
for _seconds, _names in _UNITS.items():
    for _name in _names.split():
        UNITS.setdefault(_name, _seconds)

AGO_AFTER = frozenset(
    "ago fa atrás atras geleden siden sedan sitten temu назад тому önce lalu trước ezelőtt πριν yang קודם old".split()
)
AGO_BEFORE = frozenset(
    "vor hace há il před acum pred пре за πριν لפני لفני منذ prieš לפני قبل for för siden".split()
)
