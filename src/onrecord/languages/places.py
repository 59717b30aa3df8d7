"""Places of the world that a newspaper names without saying what they are: regions, cities, waters.

Written from common knowledge, in lower case, whole names. Places that are as often somebody's name (Jackson,
Sydney, Florence) are left out.
"""


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.replace("\n", ",").split(",") if name.strip())


REGIONS = _names(
    """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois
    indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi
    missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota
    ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont
    west virginia, wisconsin, wyoming, puerto rico, alberta, british columbia, manitoba, new brunswick, newfoundland
    nova scotia, ontario, quebec, saskatchewan, yukon, nunavut, new south wales, south australia, western australia
    queensland, tasmania, northern territory, england, scotland, wales, northern ireland, cornwall, yorkshire, devon
    kent, essex, sussex, surrey, norfolk, lancashire, bavaria, saxony, hesse, brandenburg, thuringia, saarland
    lower saxony, north rhine-westphalia, rhineland-palatinate, schleswig-holstein, prussia, bohemia, moravia, silesia
    galicia, pomerania, catalonia, andalusia, aragon, castile, navarre, basque country, brittany, normandy, burgundy
    provence, alsace, lorraine, champagne, picardy, corsica, tuscany, lombardy, piedmont, umbria, sicily, sardinia
    calabria, veneto, liguria, flanders, wallonia, friesland, holland, lapland, scandinavia, jutland, zealand, crimea
    donbas, donetsk, luhansk, kherson, chechnya, dagestan, siberia, tatarstan, kosovo, vojvodina, transylvania
    wallachia, macedonia, thrace, anatolia, kurdistan, palestine, gaza, gaza strip, west bank, golan heights, sinai
    mesopotamia, persia, hejaz, punjab, bengal, west bengal, kashmir, kerala, tamil nadu, gujarat, rajasthan, assam
    bihar, uttar pradesh, maharashtra, karnataka, sindh, balochistan, waziristan, helmand, tibet, xinjiang, manchuria
    inner mongolia, sichuan, guangdong, yunnan, hunan, hokkaido, honshu, kyushu, okinawa, java, sumatra, borneo, bali
    mindanao, luzon, sabah, sarawak, darfur, tigray, oromia, biafra, zanzibar, transvaal, kwazulu-natal, gauteng
    western cape, eastern cape, maghreb, sahel, sahara, western sahara, patagonia, amazonia, minas gerais, bahia
    pernambuco, chiapas, oaxaca, jalisco, yucatan, sinaloa, chihuahua, tamaulipas, baja california, new england
    midwest, soviet union, ussr, yugoslavia, czechoslovakia, east germany, west germany, ottoman empire, roman empire
    byzantine empire, north america, south america, latin america, central america, europe, western europe
    eastern europe, central europe, asia, central asia, southeast asia, south asia, east asia, africa, west africa
    east africa, north africa, southern africa, middle east, antarctica, arctic, oceania, polynesia, micronesia
    caribbean, balkans, caucasus, himalayas, alps, andes, pyrenees, rocky mountains, appalachia, great britain
    british isles, iberian peninsula, arabian peninsula, korean peninsula, horn of africa, silicon valley
    """
)
CITIES = _names(
    """
    london, paris, berlin, madrid, rome, vienna, brussels, amsterdam, rotterdam, the hague, copenhagen, stockholm, oslo
    helsinki, reykjavik, dublin, belfast, edinburgh, glasgow, aberdeen, cardiff, manchester, liverpool, birmingham
    leeds, sheffield, bristol, newcastle, nottingham, southampton, portsmouth, brighton, oxford, cambridge, plymouth
    munich, hamburg, frankfurt, cologne, stuttgart, düsseldorf, dusseldorf, dortmund, leipzig, dresden, hanover
    nuremberg, bremen, bonn, heidelberg, göttingen, tübingen, freiburg, zurich, zürich, geneva, basel, bern, lausanne
    salzburg, graz, innsbruck, prague, brno, bratislava, budapest, warsaw, krakow, gdansk, poznan, wroclaw, lodz
    vilnius, riga, tallinn, minsk, kyiv, kiev, kharkiv, odesa, odessa, lviv, mariupol, dnipro, moscow, st. petersburg
    saint petersburg, leningrad, novosibirsk, yekaterinburg, kazan, nizhny novgorod, samara, rostov-on-don, sochi
    volgograd, stalingrad, vladivostok, tbilisi, yerevan, baku, ankara, istanbul, constantinople, izmir, athens
    thessaloniki, sofia, bucharest, belgrade, zagreb, ljubljana, sarajevo, skopje, pristina, tirana, podgorica
    milan, naples, turin, venice, bologna, genoa, palermo, verona, pisa, trieste, bari, lyon, marseille, toulouse
    bordeaux, strasbourg, nantes, lille, nice, cannes, montpellier, grenoble, versailles, barcelona, seville, valencia
    bilbao, zaragoza, malaga, granada, salamanca, lisbon, porto, coimbra, antwerp, ghent, bruges, liège, luxembourg
    gothenburg, malmö, uppsala, bergen, trondheim, aarhus, tampere, jerusalem, tel aviv, haifa, ramallah, bethlehem
    beirut, damascus, aleppo, homs, idlib, raqqa, baghdad, mosul, basra, fallujah, erbil, kirkuk, tehran, isfahan
    mashhad, riyadh, jeddah, mecca, medina, doha, abu dhabi, dubai, muscat, sanaa, aden, kuwait city, manama, kabul
    kandahar, herat, islamabad, karachi, lahore, peshawar, quetta, delhi, new delhi, mumbai, bombay, calcutta, kolkata
    chennai, bangalore, bengaluru, hyderabad, ahmedabad, dhaka, kathmandu, colombo, yangon, rangoon, bangkok, hanoi
    ho chi minh city, saigon, phnom penh, vientiane, kuala lumpur, singapore, jakarta, manila, beijing, peking, shanghai
    hong kong, guangzhou, shenzhen, wuhan, nanjing, tianjin, chongqing, chengdu, taipei, tokyo, osaka, kyoto, yokohama
    nagoya, hiroshima, nagasaki, fukushima, seoul, busan, incheon, pyongyang, ulaanbaatar, almaty, tashkent, samarkand
    cairo, alexandria, tripoli, benghazi, tunis, algiers, rabat, casablanca, khartoum, addis ababa, nairobi, mombasa
    kampala, kigali, mogadishu, dar es salaam, lusaka, harare, johannesburg, pretoria, cape town, durban, luanda
    kinshasa, brazzaville, lagos, abuja, accra, dakar, bamako, ouagadougou, freetown, monrovia, conakry, abidjan
    sydney harbour, melbourne, brisbane, perth, adelaide, canberra, hobart, auckland, wellington, christchurch, toronto
    montreal, vancouver, ottawa, calgary, edmonton, winnipeg, halifax, hamilton ontario, new york city, manhattan
    brooklyn, queens, the bronx, staten island, harlem, long island, los angeles, hollywood, beverly hills, san francisco
    oakland, berkeley, san diego, san jose, sacramento, chicago, houston, dallas, fort worth, san antonio, el paso
    philadelphia, pittsburgh, boston, baltimore, washington d.c., washington, d.c., detroit, cleveland, cincinnati
    milwaukee, minneapolis, st. louis, kansas city, new orleans, memphis, nashville, louisville, atlanta, miami, tampa
    orlando, phoenix, tucson, las vegas, reno, salt lake city, denver, albuquerque, santa fe, seattle, tacoma, spokane
    honolulu, anchorage, omaha, des moines, indianapolis, evansville, buffalo, albany, newark, providence, hartford
    new haven, richmond, raleigh, durham, chapel hill, savannah, birmingham alabama, baton rouge, oklahoma city, tulsa
    ann arbor, annapolis, arlington, santa monica, santa barbara, palm beach, palo alto, capitol hill, mexico city
    guadalajara, monterrey, tijuana, havana, kingston, port-au-prince, santo domingo, san juan, guatemala city, managua
    tegucigalpa, san salvador, panama city, bogota, bogotá, medellin, cali, caracas, quito, lima, cusco, la paz
    santiago, buenos aires, montevideo, asuncion, rio de janeiro, são paulo, sao paulo, brasilia, brasília, rio
    """
)
WATERS = _names(
    """
    atlantic, pacific, pacific ocean, atlantic ocean, indian ocean, arctic ocean, mediterranean, mediterranean sea
    black sea, red sea, dead sea, baltic, baltic sea, north sea, caspian sea, adriatic, aegean, south china sea
    east china sea, sea of japan, yellow sea, persian gulf, gulf of mexico, english channel, bering strait, suez canal
    panama canal, strait of hormuz, lake michigan, lake superior, lake ontario, great lakes, danube, rhine, thames
    seine, volga, nile, amazon river, mississippi river, hudson river, potomac, rio grande, yangtze, ganges, euphrates
    tigris, jordan river, mount everest, mount rainier, mount fuji, kilimanjaro, grand canyon, san francisco bay
    """
)
KNOWN = REGIONS | CITIES | WATERS
"""Whole names that are places wherever nothing else speaks against it."""
