"""The words by which a sentence shows what it does, in Turkish, English and Russian: the data of ``kengesh.formats.drafts.forms``.

Each list is short on purpose: a word stands here only where it hardly ever means something else. `weighing` are verbs with
which an author judges, `judgement` other words of it, conclusions among them; `possibility` and `plan` are forms of the verb;
`done` are acts that can be looked up, in a form that says that they took place; `status` says what somebody is in a body;
`number` are counts in words from two up, since one is an article too. `announcing` are words in titles of news of what is yet
to come; `speaking` are acts of saying or deciding, which may be complete while their object is not; `ahead` are verbs that look ahead
from the past. Patterns are for text in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FormWords:
    """Patterns of one language, parted by spaces where a list; a `_` in them stands for a space."""

    weighing: str
    judgement: str
    possibility: str
    plan: str
    done: str
    status: str
    number: str
    announcing: str
    speaking: str
    ahead: str


_TR_DONE = (
    r"kabul_(?:et|ed)\w* imzala\w* düzenle\w* gerçekleş\w* onayla\w* kurul\w* kurdu\w* katıl\w* davet_(?:et|ed)\w* "
    r"öner\w* kararlaştır\w* yayımla\w* yayınla\w* ilan_(?:et|ed)\w* toplan\w* açıkla\w* seçil\w* atan\w* ziyaret_et\w* üye_ol\w* "
    r"ele_al\w* yapıl\w* duyurul\w* duyurdu\w*"
)
_TR_PAST = r"(?:m[ıiuü]ş(?:t[ıiuü]r|t[ıiuü])?(?:lar|ler)?|[dt][ıiuü](?:lar|ler)?)"
TURKISH = FormWords(
    weighing=(
        r"\b\w*(?:söylen|denil|değerlendiril|görül|okun|düşünül|yorumlan|savunul)\w*bilir\b "
        r"\b(?:söylemek|okumak|değerlendirmek|görmek|düşünmek|demek)_mümkün "
        r"görülmekte\w* değerlendirilmekte\w* düşünülmekte\w* anlaşılmakta\w* dikkat_çek\w*"
    ),
    judgement=(
        r"\ben_önemli\w* \bönemlidir\b \bönem_taşı\w* uyum(?:lu|luluk)?_(?:içinde|göster)\w* ^(?:böylece|böylelikle|dolayısıyla)\b "
        r"\bbize_göre\b \bkanaatimizce\b"
    ),
    possibility=r"\b\w+[ae]bil(?:ir|irler|ecek\w*)[.!…\"”]*$ \bmuhtemel\w* \bolası(?:dır)?\b \bihtimal\w*",
    plan=(
        r"\b\w+[ae]ca(?:k|ğ)(?:t[ıi]r|lar)?[.!…\"”]*$ \b\w+ece(?:k|ğ)(?:tir|ler)?[.!…\"”]*$ planlan\w*tadır planlıyor\w* "
        r"öngörülmekte\w* hedeflenmekte\w* beklenmekte\w* bekleniyor\w*"
    ),
    done=" ".join(rf"\b{stem}{_TR_PAST}\b" for stem in _TR_DONE.split()),
    status=r"\b(?:üyesi|üye|gözlemcisi|gözlemci_üyesi|ortağı)d[ıiuü]r\b",
    number=r"\b(?:iki|üç|dört|beş|altı|yedi|sekiz|dokuz|yirmi|otuz|elli|yüz)\b",
    announcing=(
        r"planlıyor\w* planlanıyor\w* bekleniyor\w* hazırlanıyor\w* hedefliyor\w* amaçlıyor\w* \b\w+[ae]ca(?:k|klar)\b "
        r"\b\w+ece(?:k|kler)\b öngörülüyor\w*"
    ),
    speaking=r"\b(?:davet|öner|kararlaştır|ilan|açıkla|duyur) \bkarar_(?:al|ver) \bpland?a?n",
    ahead=r"\b\w+(?:[ae]ca[ğk]|ece[ğk])(?:ı|i|ın|in)\w*",
)
_EN_DONE = (
    "adopted signed approved established founded created held convened launched ratified joined acceded announced published "
    "proposed invited agreed decided endorsed concluded elected appointed met opened inaugurated visited hosted"
)
ENGLISH = FormWords(
    weighing=(
        r"\b(?:it_)?(?:can|may|could)_be_(?:said|argued|seen|read|regarded|considered|concluded)\b "
        r"\bi_(?:argue|believe|think)\b"
    ),
    judgement=(
        r"\b(?:arguably|presumably|in_my_view|in_our_view|in_the_author's_view|importantly|undoubtedly|clearly)\b "
        r"\bseems?_(?:to|that)\b "
        r"\bappears?_(?:to|that)\b \bmost_important\b ^(?:thus|therefore|hence|thereby)\b \bshould\b "
        r"\bin_line_with\b \bsignificant(?:ly)?\b"
    ),
    possibility=r"(?<!\d\s)(?<!th\s)(?<!in\s)(?<!of\s)\bmay\b(?!\s\d) "
    r"\b(?:could|might|perhaps|possibly|potentially)\b \bis_likely_to\b",
    plan=(
        r"\bwill\b \bis_(?:to_be|planned|scheduled|expected|due)\b \bare_(?:to_be|planned|scheduled|expected|due)\b "
        r"\b(?:plan|plans|intend|intends|aim|aims)_to\b"
    ),
    done=rf"\b(?:was|were|has|have|had|been|and|,)_(?:\w+ly_|also_|been_|first_)*(?:{_EN_DONE.replace(' ', '|')})\b "
    rf"\b(?:{_EN_DONE.replace(' ', '|')})_(?:the|a|an|its|their|in|on|at|for)\b",
    status=r"\b(?:is|are|was|were|became|become)_(?:an?_|all_|full_)*(?:\w+_)?(?:members?|observers?|party|parties|signator(?:y|ies))\b",
    number=r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred)\b",
    announcing=(
        r"\bplans?_to\b \bplanning_to\b \bis_expected\b \bare_expected\b \bexpected_to\b \bset_to\b "
        r"\bto_be_(?:adopted|signed|held|approved|"
        r"established|discussed|created)\b \bwill\b \bintends?_to\b \baims?_to\b "
        r"\bto_(?:adopt|sign|approve|establish|host|hold|join)\b "
        r"\b(?:leaders|presidents|ministers|secretaries|heads_of_state)_to_(?:meet|convene|gather|discuss)\b"
    ),
    speaking=r"(?:announced|proposed|invited|agreed|decided) \b(?:plan|schedul)(?:ned|uled)\b",
    ahead=r"\bwould\b \bto_be_held\b",
)
RUSSIAN = FormWords(
    weighing=(
        r"\bможно_(?:сказать|считать|утверждать|рассматривать|заключить|говорить)\b \bпо_мнению_автора\b \bна_наш_взгляд\b"
    ),
    judgement=(
        r"\bпредставляется\b \bпо-видимому\b \bочевидно\b \bнаиболее_важн\w* \bважнейш\w* \bсамым_важным\b ^таким_образом\b "
        r"^следовательно\b \bсоответствует\b \bследует_(?:считать|отметить|признать)\b"
    ),
    possibility=r"\bмо(?:жет|гут|гла|гло|гли|г)(?:_бы)?\b \bвозможно\b \bвероятно\b \bмог(?:ут)?_бы\b \bне_исключено\b",
    plan=(
        r"\bбуд(?:ет|ут)\b \bпланиру\w* \bнамерен\w* \bпредполагается\b \bожида\w*тся\b \bпредстоит\b \bсостоится\b"
    ),
    done=(
        r"\bприня(?:л|ла|ли|то|т|та|ты)\b \bподписа(?:л|ла|ли|но|н|на|ны)\b \bутверд(?:ил|ила|или)\b \bутвержден\w*\b \bутверждён\w*\b "
        r"\bодобр(?:ил|ила|или|ен|ена|ено|ены)\b \bсостоял(?:ся|ась|ись|ось)\b \bпроведен\w*\b \bпроведён\w*\b "
        r"\bпрош(?:ел|ёл|ла|ло|ли)\b \bсоздан\w*\b \bучрежд(?:ен|ён)\w*\b \bпредлож(?:ил|ила|или|ен|ена|ено)\b "
        r"\bпригла(?:сил|сила|сили|шен|шён|шена|шены)\b \bвступил\w*\b \bприсоединил\w*\b \bопубликован\w*\b "
        r"\bобъявил\w*\b \bрешил\w*\b \bзаявил\w*\b \bвстретил(?:ся|ась|ись)\b \bизбран\w*\b "
        r"\bназначен(?:а|ы|о)?\b \bратифицировал\w*\b"
    ),
    status=r"\bявля(?:ется|ются|лся|лась|лись)_(?:\w+_)?(?:член\w*|наблюдател\w*|участни\w*)\b",
    number=r"\b(?:дв(?:а|е|ух)|тр(?:и|ех|ёх)|четыр(?:е|ех|ёх)|пят(?:ь|и)|шест(?:ь|и)|сем(?:ь|и)|восьм?(?:ь|и)|девят(?:ь|и)|десят(?:ь|и))\b",
    announcing=(
        r"\bпланиру\w* \bнамерен\w* \bожида\w*тся\b \bготов(?:ит|ят|ится|ятся)\b \bпредстоит\b \bсостоится\b \bбуд(?:ет|ут)\b "
        r"\bпредполагается\b \bпри(?:мет|мут)\b \bподпи(?:шет|шут)\b \bобсуд(?:ит|ят)\b \bвстрет(?:ит|ят)ся\b "
        r"\bсобер(?:ет|ёт|ут)ся\b \bпройд(?:ет|ёт|ут)\b"
    ),
    speaking=r"\b(?:предлож|пригла|объявил|решил|заявил)\w* \bзапланирован\w*",
    ahead=r"\bбуд(?:ет|ут)\b",
)
FORM_WORDS: Mapping[str, FormWords] = MappingProxyType({"tr": TURKISH, "en": ENGLISH, "ru": RUSSIAN})
