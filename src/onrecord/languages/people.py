"""What stands around people's names: first names, courtesies, offices, countries and their people.

Written from common knowledge, in lower case. The lists steer and never decide alone: a name that is not
here is found by its form and its surroundings.
"""


def _words(text: str) -> list[str]:
    return text.split()


_MEN = _words(
    """
    aaron abdul abdullah abe abel abraham adam adel adil adolf adrian ahmad ahmed aidan akira al alain
    alan albert alberto aldo alec aleksandr aleksei alejandro ales alessandro alex alexander alexandre
    alexei alexey alexis alfonso alfred alfredo ali alistair alastair allan allen alvaro alvin amir amit
    amos anatoly anders andre andrea andreas andrei andres andrew andrey andrzej andy angelo angus anil
    anthony antoine anton antonin antonio antony anwar archie arjun armando armin arnaud arnold art
    arthur artem arturo asad ashok ashton atsushi august augusto austin avi axel aziz baptiste barack
    barry bart bartosz bashar basil bastian beau ben benedict benjamin benito benoit bernard bernardo
    bernd bernie bertrand bill billy bjorn blaine blake bo bob bobby boris brad bradley brandon brendan
    brent bret brett brian bruce bruno bryan bryce byron caleb calvin cameron carl carlo carlos carlton
    carson cary casey cecil cesar chad charles charlie chester chris christian christoph christophe
    christopher chuck clarence clark claude claudio claus clay clayton clement cliff clifford clint
    clinton clive clyde cody colin connor conor conrad constantine corey cornelius cory craig curt
    curtis cyril cyrus dag damian damien damon dan daniel daniele danny dante dario darius dariusz
    darren darryl daryl dave david davide dean deepak denis dennis denzel derek dermot desmond devin
    dick didier diego dieter dietrich dimitri dirk dmitri dmitry dmytro dominic dominik dominique don
    donald donnie doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar edmund
    edouard eduardo edward edwin efrain egon eitan eli elias elijah elliot elliott elmer elon elvis
    emanuel emil emile emilio emmanuel emmett enrico enrique eric erich erik ernest ernesto ernie erwin
    esteban etienne eugene evan evgeny ezra fabian fabio fabrice faisal farid felipe felix ferdinand
    fergus fernando fidel filip filippo finn florian floyd francesco francis francisco franco francois
    frank frankie franklin franz fred freddie frederic frederick frederik friedrich fritz gabriel gareth
    garrett garry gary gaston gavin gene geoff geoffrey george georg georges gerald gerard gerardo
    gerhard gerry gianni gideon gilbert gilles gino giorgio giovanni giuliano giulio giuseppe glen glenn
    gordon graeme graham grant greg gregor gregory guido guillaume guillermo gunther gus gustav gustavo
    guy hamid hamza hank hans harold harris harrison harry harvey hasan hashim hassan haruki hector
    heinrich heinz helmut hendrik henri henrik henry herbert herman hermann hideki hideo hiroshi horst
    howard hubert hugh hugo humberto hussein ian ibrahim ignacio igor ike ilham ilya imran ingo ion ira
    irving isaac isaiah ismail israel ivan ivo jack jackson jacob jacques jaime jair jake jakob jakub
    jamal james jamie jan jared jarred jason javier jay jean jeb jeff jefferson jeffrey jens jeremiah
    jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao joaquin jochen joe joel joerg johan
    johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan
    juergen jules julian julien julio julius jurgen justin kamal karim karl keith ken kenji kenneth kent
    kenny kevin khaled khalid kim kirk klaus kofi konrad konstantin kris kristian kurt kyle lamar lance
    larry lars laurent lawrence lee leif leo leon leonard leonardo leonid leopold leroy les leslie
    lester lev levi lewis liam lindsey lionel lloyd logan lorenzo lou louis luc luca lucas lucien
    luciano luigi luis luiz luka lukas luke luther lyle lyndon maciej mahmoud maksim malcolm malik
    manfred manuel marc marcel marcelo marcin marco marcos marcus mariano mario marius mark marko markus
    marlon marshall martin martti marty marvin massimo mathew mathias mathieu mats matt matteo matthew
    matthias matthieu maurice mauricio maurizio maurice mauro max maxim maxime maximilian maxwell mehmet
    mel melvin merrick michael michal michel michele mick miguel mikael mike mikhail milan miles milos
    milton miroslav mitch mitchell mitt mohamed mohammad mohammed moon morgan morris moses muhammad
    muhammadu murray mustafa mykola naftali naoki narendra nate nathan nathaniel ned neil nelson nestor
    niall nicholas nick nicola nicolas nicolai nigel niklas niko nikita nikola nikolai nils noah noam
    noel nolan norbert norman olaf olav ole oleg oleksandr oliver olivier omar orlando orrin oscar oskar
    osama otto owen pablo paddy pascal pat patrice patricio patrick paul paulo pavel pavlo pawel pedro
    per percy perry pete peter petr petro phil philip philipp philippe phillip piero pierre pieter piotr
    preston quentin quincy rafael rahul raj rajiv ralf ralph ramiro ramon rand randall randy raphael
    rashad rashid raul ravi ray raymond recep reinhard rene rex reza ricardo riccardo rich richard rick
    ricky rob robbie robert roberto rod roderick rodney rodolfo rodrigo roger rogelio roland rolf roman
    romano ron ronald ronan ronnie rory ross roy ruben rudi rudolf rudy rufus rupert russ russell rustam
    ryan saad saddam sajid salvador salvatore sam samir sammy samuel sandro sandy sanjay santiago sasha
    satoshi saul scott sean sebastian sebastien seamus serge sergei sergey sergio seth shane shaun shawn
    sheldon shigeru shinzo shlomo sidney silvio simon sinan slobodan solomon spencer stan stanislav
    stanley stefan stefano steffen stephan stephane stephen sterling steve steven stewart stuart sven
    syed sylvain tad takashi tam tarek tariq taro tayyip ted teddy terence terrence terry theo theodore
    theresa thierry thomas thorsten tim timothy tobias toby todd tom tomas tomasz tommy toni tony
    torsten travis trevor tristan troy tyler tyrone ulrich umar umberto uwe vaclav vadim valentin valery
    vasily vernon victor vijay viktor vince vincent vincenzo virgil vitaly vito vivek vlad vladimir
    volker volodymyr wade walt walter warren wayne wendell werner wilbur wilfred wilhelm will willem
    william willie wilson winston wladimir wolf wolfgang woody xavier yair yakov yan yann yasser yevgeny
    yitzhak yoshihide yuri yury yusuf yves zachary zack zbigniew
    """
)

_WOMEN = _words(
    """
    abby abigail ada adele adriana agnes agnieszka aicha aimee aisha alana alanna alberta alejandra
    alessandra alexa alexandra alexandria alexandrine alice alicia alina alison allison alma alyssa amal
    amanda amber amelia amelie amina amy ana anastasia andrea angela angelica angelina angelique angie
    anita ann anna annabel anne annegret annette annie annika antje antoinette antonia april arianna
    ariel arlene ashley astrid audrey aung aurora ava ayesha barbara beata beate beatrice beatriz becky
    belinda berenice bernadette bertha beth bethany betsy betty beverly bianca birgit blanca bonnie
    brenda briana brianna bridget brigitte brittany brooke camila camilla camille candace carla carmen
    carol carole carolina caroline carolyn carrie cassandra cassidy catalina catarina catherine cathy
    cecilia cecile celeste celia celine chantal charlene charlotte chelsea cherie cheryl chiara chloe
    christa christel christiane christie christina christine chrystia cindy claire clara clarissa
    claudia colette colleen constance cora corinne cornelia courtney cristina cynthia daisy dalia dana
    danielle daphne darlene dawn deanna deb debbie deborah debra deirdre delia delphine denise diana
    diane dina dolores dominika donna dora doris dorothea dorothy ebony edith edna eileen elaine eleanor
    elena eleonora elisa elisabeth elise eliza elizabeth elke ella ellen eloise elsa elsie elvira emilia
    emily emma erica erika erin esmeralda esperanza estelle esther ethel eva eve evelyn faith fatima
    fatou federica felicia felicity fernanda fiona flora florence frances francesca francoise frederica
    frida gabriela gabriella gabrielle gail gemma genevieve georgia georgina geraldine gerda gertrude
    gillian gina ginger ginny giorgia gisela giulia gladys glenda gloria grace greta gretchen grietje
    guadalupe gwen gwendolyn hadley halima hannah hanna harriet hazel heather heidi heike helen helena
    helene helga henrietta hilary hilda hillary hope huma ida ilona ilse ines inge ingrid irene irina
    iris irma isabel isabella isabelle isobel ivana ivanka ivy jacinda jackie jacqueline jada jana jane
    janet janice janine jasmin jasmine jayne jeanette jeanine jeanne jen jenna jennifer jenny jessica
    jessie jill jillian jo joan joanna joanne jocelyn jodi jodie johanna josephine joy joyce juana
    juanita judith judy julia juliana julianne julie juliet juliette june justine kamala karen karin
    karina karine karla kasia kate katarina katerina katharina katharine katherine kathleen kathryn
    kathy katie katja katrin katrina katy kay kayla keisha kelly kelsey kerry kerstin kiersten kimberly
    kirsten kirstie kitty kristen kristi kristin kristina kristine ksenia lana lara larisa latoya laura
    lauren laurence laurie lavinia leah leila lena lenora leona leonie leonor leslie leticia libby lidia
    lila lilian liliana lillian lily lina linda lindsay lisa liz liza lizzie lois lola loretta lori
    lorna lorraine louisa louise lucia lucie lucinda lucy luisa lupita lydia lyn lynda lynn lynne mabel
    madeleine madeline madison magdalena maggie maia malala malgorzata mandy manuela marcela marcia
    margaret margarita margot margrethe marguerite maria mariah mariam marian mariana marianne marie
    mariel marilyn marina marine marion marisa marissa marjorie marlene marsha marta martha martina mary
    maryam matilda maureen maxine may maya megan meghan melania melanie melinda melissa mercedes
    meredith mia michaela michelle mildred mimi mina mindy miranda miriam mitzi moira molly mona monica
    monika monique muriel myra myriam nadia nadine nana nancy naomi natalia natalie natalya natasha
    nathalie nell nellie nia nicole nicoletta nicky nikki nina nora noelle noor norma octavia odette
    odile olga olena olivia olympe ophelia oksana paige pam pamela paola patience patricia patsy patti
    patty paula paulina pauline pearl peggy penelope penny petra phoebe phyllis pia pilar polly portia
    priscilla priti priya queenie rachel raquel rebecca regina renata renate renee rhonda rita roberta
    robin rochelle ronda rosa rosalie rosalind rose rosemarie rosemary roxana roxanne ruth sabine
    sabrina sadie sally salma samantha sandra sanna sara sarah sasha saskia savannah scarlett selena
    selma serena shannon sharon sheila shelby shelly sheryl shirley sienna sigrid silke silvia simone
    sofia sonia sonja sonya sophia sophie soraya stacey stacy stella stephanie sue susan susana susanne
    susie suzanne suzette svenja svetlana sviatlana sybil sylvia sylvie tabitha tamara tammy tania tanya
    tara tatiana tatyana teresa tess tessa thelma theresa therese tiffany tina toni tonya tracey tracy
    trina trish trudy ulrike uma ursula valentina valeria valerie vanessa vera veronica veronika
    veronique vicki vicky victoria viktoria viola violet virginia vivian viviana wanda wendy whitney
    wilhelmina wilma winifred winnie xenia xiomara yasmin yolanda yulia yvette yvonne zainab zara zeynep
    zoe zofia zsuzsanna zuzana
    """
)

_MEN += _words(
    """
    geert joost maarten wouter sander jeroen bas thijs daan sybrand gert ruud wopke pim jürgen günter günther björn
    jörg götz rené françois jérôme frédéric stéphane sébastien grégory benoît étienne rémi josé jesús ángel césar
    andrés íñigo martín joaquín ramón raúl víctor julián tomás sebastián joão luís antónio inácio fábio márcio sérgio
    mário cláudio édouard éric gérard gérald hervé loïc mickaël raphaël thibault enzo gianluca pierluigi pier silvio
    beppe achim bodo cem dietmar eckart hendrik holger hubertus lothar tino ulf wolfram
    """
)
_WOMEN += _words(
    """
    femke lilianne elly ségolène hélène céline élisabeth françoise valérie aurélie agnès sandrine maría lucía sofía
    inés mónica ángela begoña íngrid cayetana andréia inês cláudia márcia letícia rosângela annalena bettina klara
    ricarda malu mariastella licia annamaria jutta ulla
    """
)

_MEN += _words(
    """
    alessio andré arie bram caio cédric detlef duarte fabrizio flávio frans félix gerd gerrit giancarlo gonzalo
    gonçalo hartmut heiko henk iker iván jaap jannik jordi joris kees koen malte murilo nicolás nicolò nuno
    otávio piet pietro rainer rubén rui rutger siegfried sjoerd thiago tiago vasco wim álvaro óscar
    """
)
_WOMEN += _words(
    """
    amélie andrée anja anke anneke anouk chloé clémence conceição concepción filipa franziska friederike fátima
    geneviève hanneke ilaria ineke ingeborg itziar joana joke lotte ludovica luísa léa macarena manon margarida
    marieke marijke martine mathilde mieke nuria patrícia rocío sanne simona sónia ute véronique élodie
    """
)
FIRST_NAMES = dict.fromkeys(_MEN, "m")
"""First names of men (m), women (f) and both (u)."""
FIRST_NAMES |= {name: "u" if name in FIRST_NAMES else "f" for name in _WOMEN}
FIRST_NAMES |= {
    name: "u"
    for name in _words(
        """
    alex andrea ashley ashton blake cameron casey chris dana dominique drew jackie jamie jan jean jesse
    jessie jordan jules kelly kerry kim kris lee leslie lindsay lindsey logan lynn marion michele morgan
    nicola noel pat robin sandy sasha shannon sidney stacy terry toni tracy will avery bailey charlie
    dylan emerson finley harley hayden jaden kai kendall lou max mel parker peyton quinn reese riley
    rory rowan ryan sage sam skyler taylor tyler hope art ray rich rob mark bill grant may april june
    august dawn joy faith grace chase
    """
    )
    if FIRST_NAMES.get(name) != "m"
    or name in {"alex", "chris", "sam", "max", "kim", "lee", "jan", "jean", "pat", "sasha", "robin"}
}

MALE_TITLES = frozenset(
    _words(
        """
    mr mister sir lord king prince duke baron count father brother fr herr monsieur señor sr don signor
    senhor meneer emperor sheikh sultan imam rabbi monk pope cardinal congressman assemblyman councilman
    alderman chairman spokesman businessman fireman policeman salesman actor uncle dad grandfather
    father husband son brother widower boy man gentleman guy nephew grandson boyfriend
    """
    )
)
FEMALE_TITLES = frozenset(
    _words(
        """
    mrs ms miss madam madame dame lady queen princess duchess baroness countess sister frau mme mlle
    señora sra señorita signora senhora mevrouw empress congresswoman assemblywoman councilwoman
    chairwoman spokeswoman businesswoman policewoman actress aunt mom mother mum grandmother wife
    daughter widow girl woman niece granddaughter girlfriend waitress heroine
    """
    )
)

COURTESIES = frozenset(
    _words(
        """
    mr mrs ms miss mx dr prof sir dame lord lady madam madame mister monsieur mme mlle m herr frau señor
    señora sr sra don doña signor signora sig dott dottor dottoressa senhor senhora meneer mevrouw dhr
    mevr rev fr st hon sgt cpl pvt lt col maj gen capt cmdr adm brig sen rep gov pres det insp supt
    const cllr sens reps govs messrs drs profs
    """
    )
)
"""Courtesies and short forms of ranks that stand before a name."""

OFFICES = frozenset(
    _words(
        """
        passenger bystander pensioner retiree homeowner shopkeeper trader accountant cleric regulator dentist pharmacist
        veterinarian janitor chairperson mediator arbitrator envoy commissar viceroy sculptor illustrator animator
        screenwriter songwriter lyricist playwright biographer translator interpreter linguist anthropologist archaeologist
        geologist astronomer statistician mathematician ecologist cardiologist epidemiologist virologist
    president vice-president chancellor premier minister secretary undersecretary ambassador envoy
    governor mayor senator representative congressman congresswoman assemblyman assemblywoman councilman
    councilwoman councillor councilor lawmaker speaker whip chairman chairwoman chairperson chair chief
    director manager commissioner inspector superintendent sergeant lieutenant captain major colonel
    general brigadier admiral commander corporal private officer detective sheriff constable deputy
    marshal trooper judge justice attorney prosecutor lawyer solicitor counsel barrister professor
    doctor dean rector principal chancellor provost teacher bishop archbishop cardinal pope rabbi imam
    pastor priest reverend father sister brother king queen prince princess duke duchess emperor sultan
    sheikh ayatollah emir crown lord lady baron coach captain manager goalkeeper striker midfielder
    defender quarterback pitcher catcher forward guard ceo cfo coo cto founder co-founder cofounder
    owner co-owner editor reporter correspondent columnist journalist author writer novelist poet
    playwright actor actress singer rapper musician guitarist drummer comedian director producer
    filmmaker artist painter photographer designer architect engineer scientist researcher physicist
    chemist biologist economist historian analyst strategist adviser advisor aide consultant spokesman
    spokeswoman spokesperson leader head boss candidate nominee contender frontrunner front-runner
    activist campaigner organizer organiser dissident lobbyist businessman businesswoman entrepreneur
    investor banker billionaire millionaire mogul magnate tycoon developer farmer student nurse surgeon
    physician psychologist psychiatrist firefighter policeman policewoman paramedic pilot astronaut
    soldier veteran fighter mercenary instructor trainer driver worker resident witness survivor victim
    suspect defendant plaintiff fan supporter member delegate legislator parliamentarian mp mep diplomat
    negotiator monarch regent treasurer auditor comptroller clerk registrar curator librarian archivist
    expert specialist pollster scholar fellow lecturer academic sociologist theologian philosopher
    neurosurgeon restaurateur chef waiter baker butcher carpenter plumber electrician mechanic model
    dancer choreographer conductor composer soprano tenor pianist violinist cellist player champion
    boxer wrestler golfer cyclist sprinter swimmer runner skier driver jockey referee umpire host anchor
    presenter broadcaster blogger influencer youtuber creator partner associate assistant intern trustee
    patron chaplain cleric monk nun missionary evangelist preacher shareholder stakeholder landlord
    tenant employee employer executive mastermind guru pioneer inventor explorer commentator critic
    operative fundraiser donor volunteer informant whistleblower agent spy hacker developer programmer
    slugger baseman outfielder shortstop batsman bowler hooker fullback winger center centre linebacker
    receiver
    """
    )
)
"""Nouns of office, rank and trade: the last word of a role."""

TITLES = (
    COURTESIES
    | OFFICES
    | frozenset(
        _words(
            """
    deputy vice acting former ex interim prime foreign defence defense finance attorney chief first
    second house senate crown
    """
        )
    )
)

_NATIONS = """
afghanistan:afghan albania:albanian algeria:algerian america:american,americans angola:angolan
argentina:argentine,argentinian armenia:armenian australia:australian austria:austrian
azerbaijan:azerbaijani bahrain:bahraini bangladesh:bangladeshi belarus:belarusian,belarusians
belgium:belgian bolivia:bolivian bosnia:bosnian brazil:brazilian britain:british,briton,britons
bulgaria:bulgarian burma:burmese burundi:burundian cambodia:cambodian cameroon:cameroonian canada:canadian
chad:chadian chile:chilean china:chinese colombia:colombian congo:congolese croatia:croatian,croat
cuba:cuban cyprus:cypriot czechia:czech denmark:danish,dane ecuador:ecuadorian egypt:egyptian
england:english eritrea:eritrean estonia:estonian ethiopia:ethiopian europe:european,europeans
finland:finnish,finn france:french gabon:gabonese gambia:gambian georgia:georgian germany:german,germans
ghana:ghanaian greece:greek,greeks guatemala:guatemalan guinea:guinean haiti:haitian honduras:honduran
hungary:hungarian iceland:icelandic india:indian indonesia:indonesian iran:iranian iraq:iraqi,iraqis
ireland:irish israel:israeli,israelis italy:italian ivory:ivorian jamaica:jamaican japan:japanese
jordan:jordanian kazakhstan:kazakh kenya:kenyan kosovo:kosovar kuwait:kuwaiti kyrgyzstan:kyrgyz
laos:laotian latvia:latvian lebanon:lebanese liberia:liberian libya:libyan lithuania:lithuanian
luxembourg:luxembourgish macedonia:macedonian malawi:malawian malaysia:malaysian mali:malian malta:maltese
mexico:mexican,mexicans moldova:moldovan mongolia:mongolian montenegro:montenegrin morocco:moroccan
mozambique:mozambican myanmar:burmese namibia:namibian nepal:nepalese,nepali netherlands:dutch
nicaragua:nicaraguan niger:nigerien nigeria:nigerian norway:norwegian oman:omani pakistan:pakistani
palestine:palestinian,palestinians panama:panamanian paraguay:paraguayan peru:peruvian
philippines:filipino,philippine poland:polish,pole,poles portugal:portuguese qatar:qatari romania:romanian
russia:russian,russians rwanda:rwandan salvador:salvadoran samoa:samoan saudi:saudis
scotland:scottish,scot,scots senegal:senegalese serbia:serbian,serb,serbs singapore:singaporean
slovakia:slovak slovenia:slovenian somalia:somali spain:spanish,spaniard sudan:sudanese
sweden:swedish,swede switzerland:swiss syria:syrian,syrians taiwan:taiwanese tajikistan:tajik
tanzania:tanzanian thailand:thai tibet:tibetan togo:togolese tunisia:tunisian turkey:turkish,turk,turks
turkmenistan:turkmen uganda:ugandan ukraine:ukrainian,ukrainians uruguay:uruguayan uzbekistan:uzbek
venezuela:venezuelan vietnam:vietnamese wales:welsh yemen:yemeni zambia:zambian zimbabwe:zimbabwean
africa:african,africans asia:asian,asians
"""
_PAIRS = [pair.split(":") for pair in _NATIONS.split()]
COUNTRIES = {adjective: country for country, adjectives in _PAIRS for adjective in adjectives.split(",")}
"""The country of each people or adjective: ukrainian -> ukraine."""
DEMONYMS = frozenset(COUNTRIES) | frozenset(
    _words(
        """
    soviet arab muslim jewish christian catholic protestant islamic sunni shiite kurdish chechen basque
    catalan latino hispanic republican republicans democrat democrats democratic conservative tory
    labour liberal socialist communist nazi islamist
    """
    )
)

_STATES = _words(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee
    texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta queensland bavaria
    saxony hesse crimea donbas catalonia lombardy brittany normandy flanders yorkshire kent essex sussex
    """
)
_CITIES = _words(
    """
    london paris berlin madrid rome vienna brussels amsterdam warsaw moscow kyiv kiev minsk beijing
    tokyo seoul delhi mumbai sydney melbourne canberra ottawa toronto montreal chicago boston houston
    dallas philadelphia phoenix seattle denver atlanta miami detroit cleveland baltimore manchester
    liverpool birmingham glasgow edinburgh dublin belfast cardiff lisbon athens budapest prague
    bucharest sofia belgrade zagreb oslo stockholm copenhagen helsinki geneva zurich munich frankfurt
    hamburg cologne milan naples turin barcelona cairo baghdad tehran damascus jerusalem gaza riyadh
    dubai doha kabul islamabad karachi lahore dhaka bangkok jakarta manila hanoi singapore taipei
    shanghai pyongyang nairobi lagos abuja johannesburg tripoli tunis algiers havana caracas bogota lima
    santiago brasilia pittsburgh lviv kharkiv odesa mariupol istanbul ankara beirut brooklyn manhattan
    hollywood
    """
)
PLACES = (
    frozenset(country for country, _ in _PAIRS)
    | frozenset(_STATES)
    | frozenset(_CITIES)
    | frozenset(
        _words(
            """
    us u.s. usa uk u.k. eu uae
    """
        )
    )
)

# --- English: what stands around roles, sources and speakers

ROLE_STOPS = frozenset(
    _words(
        """
        about accusing after against all also among and are as asked at be because been before
        between both but by called calling did do does during even fellow for from had has have he
        here him i if in including into is it like made may me met named no nobody not of on only or
        over per said says she since so such than them then there they through to told under until
        us via was we were when where which while who whom will with would yet you
        """
    )
)
"""Words that no title before a name goes across."""

ROLE_MODIFIERS = frozenset(
    _words(
        """
        acting air american army artistic assistant associate attorney award ballistic baseball
        based basketball battalion best billionaire born brigade business campaign catholic
        celebrity chairman chief circuit city civil climate college comic communications
        congressional conservative controversial corporate county court creative cricket criminal
        crown culture current cyber defence defense democratic deputy disgraced district division
        economics education elected election embattled energy estate evangelical ex executive exiled
        famed far federal film finance financial fire first folk football force foreign former
        general golf graduate gubernatorial guerrilla head health high history hockey house human
        incoming incumbent independent information intelligence interim interior jailed junior
        justice labor labour late law lead leading left legendary liberal libertarian lieutenant
        local longtime major majority managing media medical military militia millionaire minority
        missile movie music national nationalist native navy news nuclear opposition ousted outgoing
        parliamentary party personal police policy political pop populist presidential press
        presumptive prime private progressive public radio rap real rebel regiment regional renowned
        republican research retired right rights rock rugby ruling school science screen second
        security selling senate senatorial senior separatist soccer software sports staff stage
        state supreme tech technical technology television tennis then third top town trade
        transport tv u.s union unit university us veteran vice weather winning world youth
        """
    )
)
"""Words that stand before an office: "former", "police", "cyber"."""

NOT_OFFICES = frozenset(
    _words(
        """
        assist exist german human list man men mist norman person resist roman twist woman women
        """
    )
)
"""Words that end as offices do."""

LOOSE_OFFICES = frozenset(
    _words(
        """
        agent anchor associate center centre chair chief critic crown donor executive fan fellow
        fighter first forward general guard head host major member model partner patron pitcher
        private receiver resident second supporter survivor suspect victim volunteer witness
        """
    )
)
"""Offices that are everyday words as well: a role only if something leads up to them."""

KIN = frozenset(
    _words(
        """
        aunt boy boyfriend brother cousin daughter father friend gentleman girl girlfriend
        grandfather grandmother guy husband lady monsieur mother nephew niece sister son uncle widow
        wife
        """
    )
)
"""What people are to one another; no role."""

SHORT_OFFICES = frozenset(
    _words(
        """
        adm brig capt cllr cmdr col cpl det gen gov govs hon insp lt maj pres prof pvt rep reps rev
        sen sens sgt supt
        """
    )
)
"""Offices as they are shortened before a name."""

SAYING = frozenset(
    _words(
        """
        added adds admitted announced argued argues asked believes called claimed claims continued
        declared explained insisted noted notes recalled replied responded said say says stated
        suggested tells thinks told tweeted warned writes wrote
        """
    )
)
"""Verbs that stand beside who speaks."""

HELPING = frozenset(
    _words(
        """
        also are can could did does had has have is may might must should was were who will would
        """
    )
)
"""Verbs that stand right after who does something."""

PREPOSITIONS = frozenset(
    _words(
        """
        about after against among as at before behind by during for from in inside near of on
        outside over that to under with within
        """
    )
)
"""Words that end the head of a noun phrase."""

BESIDE_SOURCES = frozenset(
    _words(
        """
        again alone also both even had has have herself himself however is itself later meanwhile
        now once themselves then too was will would
        """
    )
)
"""Words that stand beside a source and are no part of it."""

INDEFINITE = frozenset(
    _words(
        """
        a all an another any both each every few many more most no one other several some three two
        """
    )
)
"""Words that begin a phrase which names nobody in particular."""

BODIES = frozenset(
    _words(
        """
        trust congress caucus commission inquiry corps legion guard
        agency airline army association authority automaker bank board body branch brigade
        broadcaster bureau cabinet campaign carmaker center centre chamber charity church club
        coalition college command commission committee company congregation congress corporation
        council court delegation department division embassy faction federation firm force
        foundation fund government group hospital institute institution investigators lab label
        laboratory league lender magazine manufacturer ministry mission mosque movement museum navy
        network newspaper office operator organisation organization outlet pac panel paper
        parliament party police prosecutors publication publisher regiment retailer school
        secretariat senate service society start-up startup station studio subcommittee super-pac
        team think-tank tribunal union unit university watchdog website
        """
    )
)
"""Nouns for bodies."""

BODY_TAILS = frozenset(
    _words(
        """
        radio tv news inc corp ltd llc plc industries enterprises holdings times post journal research international pac
        airlines airways partners studios motors entertainment systems technologies pictures records associates consulting
        capital
        elementary middle high academy primary preparatory montessori seminary conservatory polytechnic kindergarten
        clinic library orchestra philharmonic choir
        """
    )
)
"""Words that end the name of a body, and say so of a name that a tagger takes for a person's or a place's."""
ANY_BODIES = frozenset(
    _words(
        """
        agency airline association bank body broadcaster charity club company firm group lender
        magazine network newspaper organisation organization outlet paper party publication team
        union website
        """
    )
)
"""Nouns for bodies of any kind: they point back to the one just named."""

NOT_NAMES = frozenset(
    _words(
        """
        april august dad december dr february friday god he i it january july june lord march mom
        monday mr mrs ms november october saturday september she sunday they thursday tuesday we
        wednesday you
        """
    )
)
"""Capitalised words that are no names alone."""

STATE_BODIES = frozenset(
    _words(
        """
        government police military army navy parliament ministry embassy court bank force forces legislature senate
        cabinet council intelligence service services agency consulate commission
        """
    )
)
"""Nouns for bodies that a place or a people is named with: "Turkish government"."""

BODY_MODIFIERS = frozenset(
    _words(
        """
        foreign defense defence interior justice finance health education transport culture agriculture environment
        information labour labor central air supreme national federal state armed security intelligence secret high
        constitutional military coast riot border city county local central electoral election
        """
    )
)
"""What may stand between the two: "Swiss foreign ministry"."""

DOCUMENTS = frozenset(
    _words(
        """
        poll survey report study analysis records record data filing filings statement review letter memo page account
        figures tweet tweets post posts release index census investigation reporting findings research dossier indictment
        complaint lawsuit affidavit advert ad editorial article story column book memoir speech website blog video
        documents emails email message transcript testimony
        """
    )
)
"""What somebody has issued, and speaks through."""

# --- The other languages: what stands before a person's name, and pronouns

TITLES_ABROAD = frozenset(
    _words(
        """
        herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident minister
        ministerin außenminister außenministerin innenminister innenministerin finanzminister bürgermeister
        bürgermeisterin ministerpräsident ministerpräsidentin abgeordnete abgeordneter sprecher sprecherin chef chefin
        vorsitzende vorsitzender trainer trainerin professor professorin doktor anwalt anwältin experte expertin
        präsidente présidente président ministre maire député députée sénateur sénatrice porte-parole directeur
        directrice avocat avocate monsieur madame mme mlle docteur professeur juge procureur procureure
        presidente presidenta ministro ministra alcalde alcaldesa diputado diputada senador senadora portavoz director
        directora juez jueza abogado abogada señor señora don doña primer secretario secretaria líder rey reina
        premier deputato deputata senatore senatrice sindaco sindaca portavoce direttore direttrice signor signora
        segretario segretaria avvocato giudice consiglio onorevole
        burgemeester kamerlid woordvoerder woordvoerster voorzitter directeur hoogleraar koning koningin meneer mevrouw
        minister-president staatssecretaris advocaat
        governador governadora prefeito prefeita deputado deputada porta-voz diretor diretora juiz juíza senhor senhora
        advogado advogada líder secretário secretária primeiro-ministro primeira-ministra
        """
    )
)
"""Offices and courtesies of German, French, Spanish, Italian, Dutch and Portuguese."""

NO_NAMES_ABROAD = frozenset(
    _words(
        """
        der die das den dem des ein eine einer eines nach laut auch aber und oder wir ich er sie es man am im in auf für
        mit von zu bei aus als wenn weil dass so doch noch nun dann hier dort heute gestern montag dienstag mittwoch
        donnerstag freitag samstag sonntag
        le la les un une des selon nous vous ils elles je il elle on mais et ou dans pour avec sur par lundi mardi
        mercredi jeudi vendredi samedi dimanche ce cette ces son sa ses
        el los las una según nosotros yo él ella ellos pero y o en para con por sobre lunes martes miércoles jueves
        viernes sábado domingo este esta su sus
        il lo gli uno secondo noi io lui lei loro ma e nel nella per con su lunedì martedì mercoledì giovedì venerdì
        sabato domenica questo questa suo sua
        de het een volgens wij ik hij zij ze maar en of voor met op bij maandag dinsdag woensdag donderdag vrijdag
        zaterdag zondag dit deze dat
        o a os as um uma segundo nós eu ele ela eles mas em para com por sobre segunda-feira terça-feira quarta-feira
        quinta-feira sexta-feira sábado domingo
        """
    )
)
"""Capitalised words at the head of a sentence in those languages that are no part of a name."""

BODIES_ABROAD = frozenset(
    _words(
        """
        schule grundschule hauptschule realschule gesamtschule oberschule berufsschule förderschule gymnasium universität
        hochschule akademie institut klinik klinikum krankenhaus stiftung museum verein straße
        école collège lycée université institut hôpital clinique fondation musée stade rue avenue boulevard place prix
        colegio escuela instituto universidad hospital clínica fundación museo estadio calle avenida plaza premio liceo
        scuola istituto università ospedale fondazione stadio via piazza viale teatro
        escola colégio universidade fundação museu estádio rua praça prêmio prémio
        basisschool college lyceum universiteit ziekenhuis stichting straat plein
        """
    )
)
"""What is named after people in those languages: such a word right before a name, and it is no person's."""
BODY_ENDS_ABROAD = frozenset(
    _words(
        """
        schule gymnasium universität hochschule akademie institut stiftung klinik klinikum krankenhaus museum stadion
        verein school college lyceum universiteit ziekenhuis stichting straat
        """
    )
)
"""The same at the end of the name, in German and Dutch."""
PLACE_ENDS_ABROAD = frozenset(_words("straße platz allee preis halle kirche haus brücke plein laan"))
"""Surnames too: no person's only behind a hyphen."""

PRONOUNS_ABROAD = {
    "de": {"er": "m", "sie": "f"},
    "es": {"él": "m", "ella": "f"},
    "fr": {"il": "m", "elle": "f"},
    "it": {"lui": "m", "egli": "m", "lei": "f", "ella": "f"},
    "nl": {"hij": "m", "zij": "f", "ze": "f"},
    "pt": {"ele": "m", "ela": "f"},
}
"""He and she."""
