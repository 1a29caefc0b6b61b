"""How each of the nine languages writes dates: the data of ``kengesh.terms.written_dates``.

Month names are Unicode CLDR's (version 47), in Kyrgyz and Tajik with the ending that follows from the word for the year;
all other words are ours. In patterns `date` is one date; `first` and `last` stand alone, `of_first` and `of_last` follow
a preposition, which only Russian month names tell apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Forms:
    """How one language writes dates; `lone_months` are month names that stand without a day, where they differ."""

    months: str
    day: str
    month: str
    year: str
    about: str
    uncertain: str
    within: str
    at_latest: str
    at_earliest: str
    lasted: str
    since: str
    until: str
    no_beginning: str
    no_end: str
    always: str
    lone_months: str = ""

    def month_name(self, month: int, lone: bool = False) -> str:
        """Return the name of a month, 1 to 12."""
        return ((lone and self.lone_months) or self.months).split()[month - 1]


ENGLISH = Forms(
    months="January February March April May June July August September October November December",
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    within="between {first} and {last}",
    at_latest="not later than {last}",
    at_earliest="not before {first}",
    lasted="from {first} until {last}",
    since="from {first}",
    until="until {last}",
    no_beginning="beginning not known",
    no_end="end not known",
    always="always",
)

TURKISH = Forms(
    months="Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    about="yaklaşık {date}",
    uncertain="{date} (kesin değil)",
    within="{first} ile {last} arasında",
    at_latest="en geç {last}",
    at_earliest="en erken {first}",
    lasted="başlangıç: {first}; bitiş: {last}",
    since="başlangıç: {first}",
    until="bitiş: {last}",
    no_beginning="başlangıcı bilinmiyor",
    no_end="bitişi bilinmiyor",
    always="her zaman",
)

RUSSIAN = Forms(
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    lone_months="январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    day="{day} {month} {year} г.",
    month="{month} {year} г.",
    year="{year} г.",
    about="приблизительно {date}",
    uncertain="{date} (под вопросом)",
    within="в один из дней с {of_first} по {last}",
    at_latest="не позднее {of_last}",
    at_earliest="не ранее {of_first}",
    lasted="с {of_first} до {of_last}",
    since="с {of_first}",
    until="до {of_last}",
    no_beginning="начало неизвестно",
    no_end="окончание неизвестно",
    always="всегда",
)

AZERBAIJANI = Forms(
    months="yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    about="təxminən {date}",
    uncertain="{date} (dəqiq deyil)",
    within="{first} ilə {last} arasında",
    at_latest="ən geci {last}",
    at_earliest="ən tezi {first}",
    lasted="başlanğıc: {first}; son: {last}",
    since="başlanğıc: {first}",
    until="son: {last}",
    no_beginning="başlanğıcı məlum deyil",
    no_end="sonu məlum deyil",
    always="həmişə",
)

KAZAKH = Forms(
    months="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    day="{year} жылғы {day} {month}",
    month="{year} жылғы {month}",
    year="{year} жыл",
    about="шамамен {date}",
    uncertain="{date} (нақты емес)",
    within="{first} – {last} аралығында",
    at_latest="ең кеші {last}",
    at_earliest="ең ерте {first}",
    lasted="басталуы: {first}; аяқталуы: {last}",
    since="басталуы: {first}",
    until="аяқталуы: {last}",
    no_beginning="басталуы белгісіз",
    no_end="аяқталуы белгісіз",
    always="әрқашан",
)

KYRGYZ = Forms(
    months="январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
    day="{year}-жылдын {day}-{month}",
    month="{year}-жылдын {month}",
    year="{year}-жыл",
    about="болжол менен {date}",
    uncertain="{date} (так эмес)",
    within="{first} – {last} аралыгында",
    at_latest="эң кеч {last}",
    at_earliest="эң эрте {first}",
    lasted="башталышы: {first}; бүтүшү: {last}",
    since="башталышы: {first}",
    until="бүтүшү: {last}",
    no_beginning="башталышы белгисиз",
    no_end="бүтүшү белгисиз",
    always="ар дайым",
)

TAJIK = Forms(
    months="январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    day="{day} {month} соли {year}",
    month="{month} соли {year}",
    year="соли {year}",
    about="тақрибан {date}",
    uncertain="{date} (аниқ нест)",
    within="дар байни {first} ва {last}",
    at_latest="на дертар аз {last}",
    at_earliest="на пештар аз {first}",
    lasted="аз {first} то {last}",
    since="аз {first}",
    until="то {last}",
    no_beginning="оғозаш маълум нест",
    no_end="анҷомаш маълум нест",
    always="ҳамеша",
)

TURKMEN = Forms(
    months="ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    about="takmynan {date}",
    uncertain="{date} (anyk däl)",
    within="{first} – {last} aralygynda",
    at_latest="iň giç {last}",
    at_earliest="iň ir {first}",
    lasted="başlangyjy: {first}; soňy: {last}",
    since="başlangyjy: {first}",
    until="soňy: {last}",
    no_beginning="başlangyjy belli däl",
    no_end="soňy belli däl",
    always="hemişe",
)

UZBEK = Forms(
    months="yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    day="{year}-yil {day}-{month}",
    month="{year}-yil {month}",
    year="{year}-yil",
    about="taxminan {date}",
    uncertain="{date} (aniq emas)",
    within="{first} – {last} oraligʻida",
    at_latest="eng kechi {last}",
    at_earliest="eng erta {first}",
    lasted="boshlanishi: {first}; tugashi: {last}",
    since="boshlanishi: {first}",
    until="tugashi: {last}",
    no_beginning="boshlanishi nomaʼlum",
    no_end="tugashi nomaʼlum",
    always="doim",
)

FORMS: Mapping[str, Forms] = MappingProxyType(
    {
        "en": ENGLISH,
        "tr": TURKISH,
        "ru": RUSSIAN,
        "az": AZERBAIJANI,
        "kk": KAZAKH,
        "ky": KYRGYZ,
        "tg": TAJIK,
        "tk": TURKMEN,
        "uz": UZBEK,
    }
)
