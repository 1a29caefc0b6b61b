"""The words by which statements are recognised, in Turkish, English and Russian: patterns for text in small letters.

They cover the usual wording of commentaries and communiqués, and no more: a statement in other words is not recognised, and is
told as not checked. Turkish verbs stand in the forms of reports (-miş, -di) and as participles before a noun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The patterns of one language."""

    held: str
    to_be_held: str
    made: Mapping[str, str]
    to_be_made: Mapping[str, str]
    negation: str
    status: Mapping[str, str]
    full: str
    before_body: bool  # whether the status comes before the body that it is in
    linking: (
        str  # the verb between a party and its status; where it is empty the status itself ends the statement
    )
    every: str
    except_: tuple[str, str]  # what stands before the exceptions, what after them
    guest: str
    invited: str
    last_meetings: str
    countries: str
    countries_alone: str
    documents: str
    sorts: Mapping[str, str]
    counted_of: str  # what joins a number of states to a body
    proposed: str
    chaired: str
    hosted: str
    first_time: str
    summit: str
    series_next: str
    joined_by: str  # what stands between things that are named together
    breaks: str  # where a clause ends

    def has(self, name: str, text: str) -> re.Match[str] | None:
        """Return where one of its patterns is found in a text in small letters."""
        return re.search(getattr(self, name), text)


def _frozen(**patterns: str) -> Mapping[str, str]:
    return MappingProxyType(patterns)


_TR_DONE = r"(?:m[ıiuü]ş|d[ıiuü]\b|d[ıiuü]lar|d[ıiuü]ler|t[ıiuü]\b|[ae]n\b)\w*"
TURKISH = Vocabulary(
    held=rf"\b(?:düzenlen|gerçekleş|gerçekleştiril|yapıl|toplan){_TR_DONE}",
    to_be_held=r"\b(?:düzenlen|gerçekleş|gerçekleştiril|yapıl|toplan)[ae]c[ae][kğ]\w*",
    made=_frozen(
        signed=r"\bimzala(?:n)?(?:mış|dı|nan\b|yan\b)\w*",
        adopted=r"\bkabul (?:ed(?:il)?(?:miş|di|en)|et(?:miş|ti))\w*",
        approved=r"\bonayla(?:n)?(?:mış|dı|nan\b|yan\b)\w*",
    ),
    to_be_made=_frozen(
        signed=r"\bimzala(?:n|y)?aca[kğ]\w*",
        adopted=r"\bkabul ed(?:il)?ece[kğ]\w*",
        approved=r"\bonayla(?:n|y)?aca[kğ]\w*",
    ),
    negation=r"\bdeğil\w*|\b\w+(?:ma|me)(?:mış|miş|dı|di|mıştır|miştir)\w*",
    status=_frozen(
        observer=r"\bgözlemci(?: üye)?(?:si|leri)?(?:dir|ydi|dirler)\b|\bgözlemci(?: üye)?(?:si|leri)? (?:değil|oldu|olmuş)\w*",
        member=r"(?<!gözlemci )(?<!ortak )\b(?:üye|üyesi|üyeleri)(?:dir|ydi|dirler|lerdir)\b"
        r"|(?<!gözlemci )(?<!ortak )\b(?:üye|üyesi|üyeleri) (?:değil|oldu|olmuş|olma|ol)\w*"
        r"|\büye olarak kabul ed\w*",
        participant=r"\bkatılımcı(?:sı|ları)?(?:dır|ydı)\b",
    ),
    full=r"\btam(?: yetkili)? $",
    before_body=False,
    linking="",
    every=r"\b(?:tüm|bütün|her)\b",
    except_=("", r"^\s*(?:haricinde(?:ki)?|hariç|dışında(?:ki)?|dışındaki)\b"),
    guest=r"\bonur konu[kğ]\w*|\bşeref konu[kğ]\w*",
    invited=r"\bdavet (?:ed|al)\w*|\bdavetli\w*",
    last_meetings=r"\bson (?P<count>\w+) (?:\w+ )?(?:toplantı|zirve)\w*",
    countries=r"\b(?P<count>\w+)(?: \w+){0,2}? (?:ülke|devlet|üye|katılımcı)\w*",
    countries_alone=r"\b(?:ülke|devlet|katılımcı|taraf)(?:ler|lar)?\w*",
    documents=r"\b(?P<count>\w+) (?:\w+ )?(?:belge|doküman)\w*",
    sorts=_frozen(
        concept=r"konsept\w*",
        strategy=r"strateji\w*",
        treaty=r"antlaşma\w*",
        declaration=r"bildirge\w*",
        roadmap=r"yol haritası\w*",
        programme=r"program\w*",
    ),
    counted_of=r"arasındaki|\büye(?:si|ye)? (?:var|sahip|bulun)"
    r"|\b(?:üyeden|ülkeden|devletten|katılımcıdan) oluş|\bkapsa\w+|\bbir araya getir",
    proposed=r"\b(?:öner|öneril)(?:miş|di|en\b)\w*|\bteklif e(?:t|d)\w*",
    chaired=r"\bbaşkanlı[kğ]\w*|\bbaşkanlık e\w*",
    hosted=r"\bev sahipliği\w*",
    first_time=r"\bilk (?:kez|defa)\b",
    summit=r"^(?:zirve|toplantı)\w*$",
    series_next=r"\b(?:bir )?sonraki\b|\bgelecek\b",
    joined_by=r"\s*,\s*(?:ve\s+)?|\s+(?:ve|ile)\s+",
    breaks=r";|\bve\b(?<=m[ıiuü]ş ve)|\bve\b(?<=m[ae]kte ve)|\bve\b(?<=d[ıiuü] ve)|,(?=\s)(?<=m[ıiuü]ş,)|,(?=\s)(?<=[ıiuü]p,)",
)
ENGLISH = Vocabulary(
    held=r"\b(?:was|were|been) (?:\w+ )?held\b|\btook place\b|\bconvened\b|\bmet\b|\bheld (?:its|their|the)\b|\bhosted\b",
    to_be_held=r"\b(?:will|would|is to|was to|shall) (?:be held|take place|meet)\b|\b(?:is|was) (?:planned|scheduled)\b",
    made=_frozen(signed=r"\bsigned\b", adopted=r"\badopted\b", approved=r"\b(?:approved|endorsed)\b"),
    to_be_made=_frozen(
        signed=r"\b(?:will|would|is to|are to|to) (?:be signed|sign)\b",
        adopted=r"\b(?:will|would|is to|are to|to) (?:be adopted|adopt)\b",
        approved=r"\b(?:will|would|is to|are to|to) (?:be approved|approve)\b",
    ),
    negation=r"\b(?:not|never|n['’]t|no longer)\b",
    status=_frozen(
        observer=r"\bobservers?\b(?: members?)?",
        member=r"(?<!observer )(?<!associate )(?<!non-)\bmembers?\b(?! states?)",
        participant=r"\bparticipants?\b",
    ),
    full=r"\bfull(?:-fledged)? $",
    before_body=True,
    linking=r"\b(?:is|are|was|were|became|become|becomes|remains?|been)\b",
    every=r"\b(?:all|every|each)\b",
    except_=(r"\b(?:except(?: for)?|apart from|other than|but|with the exception of)\s*$", ""),
    guest=r"\bguests? of hono(?:u)?r\b|\bhono(?:u)?red guests?\b",
    invited=r"\binvited\b|\binvitation\b",
    last_meetings=r"\b(?:last|past|latest) (?P<count>\w+) (?:\w+ )?(?:meeting|summit)s\b",
    countries=r"\b(?P<count>[a-z0-9]+)(?: [\w-]+){0,2}? (?:countries|states|members|participants)\b",
    countries_alone=r"\b(?:countr(?:y|ies)|states?|participants?)\b",
    documents=r"\b(?P<count>[a-z0-9]+) (?:\w+ )?(?:documents|texts|instruments)\b",
    sorts=_frozen(
        concept=r"concept",
        strategy=r"strategy",
        treaty=r"treaty",
        agreement=r"agreement",
        declaration=r"declaration",
        roadmap=r"road ?map",
        programme=r"programme|program",
    ),
    counted_of=r"\bamong\b|\bbetween\b|\bcomprises?\b|\bconsists? of\b|\bhas\b|\bunites?\b|\bbrings together\b",
    proposed=r"\b(?:proposed|put forward|suggested)\b",
    chaired=r"\bchaired\b|\bin the chair\b|\bchairmanship of\b",
    hosted=r"\bhosted\b",
    first_time=r"\bfor the first time\b|\bfirst-ever\b",
    summit=r"^(?:summit|meeting)s?$",
    series_next=r"\bnext\b",
    joined_by=r"(?:\s*,\s*(?:(?:and|as well as)\s+)?|\s+(?:and|as well as)\s+)(?:the\s+)?",
    breaks=r";|\bthat\b|,\s(?:and|but)\s(?=\w+ (?:was|were|is|are|had|has)\b)"
    r"|,?\s\b(?:which|while|whereas|when|although|before|after|until)\b",
)
RUSSIAN = Vocabulary(
    held=r"\bсостоял\w+|\bпрош(?:ла|ел|ёл|ли)\b|\bпровед[её]н\w*|\bпроходил\w*|\bпровели\b",
    to_be_held=r"\bсостоится\b|\bпройд[её]т\b|\bбудет провед[её]н\w*|\bзапланирован\w*",
    made=_frozen(
        signed=r"\bподписа(?:н|ны|на|но|ли|л|нный|нная|нное|нные)\b",
        adopted=r"\bпринят(?:ы|а|о|ая|ый|ые)?\b|\bприня(?:ли|л)\b",
        approved=r"\bодобр(?:ен|ена|ено|ены|или|ил)\b|\bутвержд[её]н\w*|\bутвердили?\b",
    ),
    to_be_made=_frozen(
        signed=r"\b(?:будет|будут) подписан\w*|\bподпишут\b",
        adopted=r"\b(?:будет|будут) принят\w*|\bпримут\b",
        approved=r"\b(?:будет|будут) (?:одобрен|утвержд)\w*|\bодобрят\b",
    ),
    negation=r"\bне\b|\bникогда\b",
    status=_frozen(
        observer=r"\bнаблюдател(?:ем|ями|ь|и)\b|\bчлен(?:ом|ами|ы)?-наблюдател\w+",
        member=r"(?<!ассоциированным )(?<!ассоциированный )\bчлен(?:ом|ами|ы)?\b(?!-наблюд)",
        participant=r"\bучастник(?:ом|ами|и)?\b",
    ),
    full=r"\b(?:полноправн|полн)\w+ $",
    before_body=True,
    linking=r"\bявля\w+|\bстал\w*|\bбыл\w*|\bостал\w*|[—–]|\bостаются\b|\bостаётся\b",
    every=r"\b(?:все|каждая|каждое|каждый)\b",
    except_=(r"\b(?:кроме|за исключением|помимо)\s*$", ""),
    guest=r"\bпоч[её]тн\w+ гост\w+",
    invited=r"\bприглаш\w+",
    last_meetings=r"\bпоследни[ехм]\w* (?P<count>\w+) (?:\w+ )?(?:встреч|саммит)\w*",
    countries=r"\b(?P<count>\w+)(?: \w+){0,2}? (?:стран|государств|член|участник)\w*",
    countries_alone=r"\b(?:стран|государств|участник)\w*",
    documents=r"\b(?P<count>\w+) (?:\w+ )?документ\w*",
    sorts=_frozen(
        concept=r"концепци\w+",
        strategy=r"стратеги\w+",
        treaty=r"договор\w*",
        agreement=r"соглашени\w+",
        declaration=r"деклараци\w+",
        roadmap=r"дорожн\w+ карт\w+",
        programme=r"программ\w+",
    ),
    counted_of=r"\bмежду\b|\bобъединя\w+|\bсостоит\b|\bнасчитыва\w+|\bвключает\b|\bвходят\b",
    proposed=r"\bпредлож(?:ил|или|ила|ен|ено|ены|ена)\b|\bвыдвину\w+",
    chaired=r"\bпредседательств\w+",
    hosted=r"\bпринима(?:л|ла|ло|ли|ющ\w+)\b|\bпринял[аи]? у себя\b",
    first_time=r"\bвпервые\b",
    summit=r"^(?:саммит|встреч)\w*$",
    series_next=r"\bследующ\w+",
    joined_by=r"\s*,\s*(?:и\s+)?|\s+и\s+",
    breaks=r";|,\s(?:котор\w+|что|где|когда|а|но|причём)\s|\b(?:перед тем как|прежде чем|после того как|до того как)\b",
)
VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType({"tr": TURKISH, "en": ENGLISH, "ru": RUSSIAN})
