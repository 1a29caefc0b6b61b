"""Which state another record means: by a number of the Correlates of War, by an English name, by a code that it gives.

A state is its ISO 3166-1 alpha-3 code where that is officially assigned. What has none (a state of the past, Kosovo, a union
of states) stays a party under its own name, and the reader tells so; nothing is guessed from a likeness.

The numbers are those of the State System Membership List, v2016, of the Correlates of War Project
(https://correlatesofwar.org/data-sets/state-system-membership/); which code of ISO 3166 each has is our pairing. One number
can stand for a line of states that the project counts as one: 365 is Russia and the Soviet Union, 345 Yugoslavia and Serbia,
255 Germany and Prussia. 365 and 255 are given the code of the state of today; 345 and 327 (the Papal States) are left without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

from kengesh.terms.states import state_name, states

_OF_COW = """
2:USA 20:CAN 31:BHS 40:CUB 41:HTI 42:DOM 51:JAM 52:TTO 53:BRB 54:DMA 55:GRD 56:LCA 57:VCT 58:ATG
60:KNA 70:MEX 80:BLZ 90:GTM 91:HND 92:SLV 93:NIC 94:CRI 95:PAN 100:COL 101:VEN 110:GUY 115:SUR
130:ECU 135:PER 140:BRA 145:BOL 150:PRY 155:CHL 160:ARG 165:URY 200:GBR 205:IRL 210:NLD 211:BEL
212:LUX 220:FRA 221:MCO 223:LIE 225:CHE 230:ESP 232:AND 235:PRT 255:DEU 290:POL 305:AUT 310:HUN
316:CZE 317:SVK 325:ITA 331:SMR 338:MLT 339:ALB 341:MNE 343:MKD 344:HRV 346:BIH 349:SVN
350:GRC 352:CYP 355:BGR 359:MDA 360:ROU 365:RUS 366:EST 367:LVA 368:LTU 369:UKR 370:BLR 371:ARM
372:GEO 373:AZE 375:FIN 380:SWE 385:NOR 390:DNK 395:ISL 402:CPV 403:STP 404:GNB 411:GNQ 420:GMB
432:MLI 433:SEN 434:BEN 435:MRT 436:NER 437:CIV 438:GIN 439:BFA 450:LBR 451:SLE 452:GHA 461:TGO
471:CMR 475:NGA 481:GAB 482:CAF 483:TCD 484:COG 490:COD 500:UGA 501:KEN 510:TZA 516:BDI 517:RWA
520:SOM 522:DJI 530:ETH 531:ERI 540:AGO 541:MOZ 551:ZMB 552:ZWE 553:MWI 560:ZAF 565:NAM 570:LSO
571:BWA 572:SWZ 580:MDG 581:COM 590:MUS 591:SYC 600:MAR 615:DZA 616:TUN 620:LBY 625:SDN 626:SSD
630:IRN 640:TUR 645:IRQ 651:EGY 652:SYR 660:LBN 663:JOR 666:ISR 670:SAU 679:YEM 690:KWT 692:BHR
694:QAT 696:ARE 698:OMN 700:AFG 701:TKM 702:TJK 703:KGZ 704:UZB 705:KAZ 710:CHN 712:MNG 713:TWN
731:PRK 732:KOR 740:JPN 750:IND 760:BTN 770:PAK 771:BGD 775:MMR 780:LKA 781:MDV 790:NPL 800:THA
811:KHM 812:LAO 816:VNM 820:MYS 830:SGP 835:BRN 840:PHL 850:IDN 860:TLS 900:AUS 910:PNG 920:NZL
935:VUT 940:SLB 946:KIR 947:TUV 950:FJI 955:TON 970:NRU 983:MHL 986:PLW 987:FSM 990:WSM
"""

WITHOUT_CODE: Mapping[int, str] = MappingProxyType(
    {
        240: "Hanover",
        245: "Bavaria",
        260: "German Federal Republic",
        265: "German Democratic Republic",
        267: "Baden",
        269: "Saxony",
        271: "Wuerttemberg",
        273: "Hesse Electoral",
        275: "Hesse Grand Ducal",
        280: "Mecklenburg Schwerin",
        300: "Austria-Hungary",
        315: "Czechoslovakia",
        327: "Papal States",
        329: "Two Sicilies",
        332: "Modena",
        335: "Parma",
        337: "Tuscany",
        345: "Yugoslavia",
        347: "Kosovo",
        511: "Zanzibar",
        678: "Yemen Arab Republic",
        680: "Yemen People's Republic",
        730: "Korea",
        817: "Republic of Vietnam",
    }
)
"""States of the Correlates of War that have no code of ISO 3166 of their own, by their number."""

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "bahamasthe": "BHS",
        "bosnia": "BIH",
        "burma": "MMR",
        "caboverde": "CPV",
        "centralafrica": "CAF",
        "centralafricanrep": "CAF",
        "congo": "COG",
        "congobrazz": "COG",
        "congobrazzaville": "COG",
        "congokinshasa": "COD",
        "cotedivoire": "CIV",
        "czechrepublic": "CZE",
        "democraticrepublicofthecongo": "COD",
        "dominicanrep": "DOM",
        "drc": "COD",
        "drcongo": "COD",
        "easttimor": "TLS",
        "eqguinea": "GNQ",
        "falklandislandsislasmalvinas": "FLK",
        "federatedstatesofmicronesia": "FSM",
        "fsm": "FSM",
        "gambiathe": "GMB",
        "guineabissau": "GNB",
        "holysee": "VAT",
        "holyseevaticancity": "VAT",
        "hongkong": "HKG",
        "ivorycoast": "CIV",
        "kyrgyzrepublic": "KGZ",
        "macau": "MAC",
        "macedonia": "MKD",
        "micronesia": "FSM",
        "myanmar": "MMR",
        "peoplesrepublicofchina": "CHN",
        "png": "PNG",
        "republicofthecongo": "COG",
        "russianfederation": "RUS",
        "saintbarthelemy": "BLM",
        "sainthelenaascensionandtristandacunha": "SHN",
        "saintkittsandnevis": "KNA",
        "saintlucia": "LCA",
        "saintmartin": "MAF",
        "saintpierreandmiquelon": "SPM",
        "saintvincentandthegrenadines": "VCT",
        "saotome": "STP",
        "skorea": "KOR",
        "nkorea": "PRK",
        "stkitts": "KNA",
        "stlucia": "LCA",
        "stvincent": "VCT",
        "svalbardsometimesreferredtoasspitsbergenthelargestislandinthearchipelago": "SJM",
        "swaziland": "SWZ",
        "thedominican": "DOM",
        "trinidad": "TTO",
        "turkey": "TUR",
        "uae": "ARE",
        "uk": "GBR",
        "unitedstatesofamerica": "USA",
        "usa": "USA",
        "virginislands": "VIR",
    }
)
"""English names and abbreviations that are not the short names of Unicode CLDR, as :func:`squeezed` writes them."""


def state_of_cow(number: int) -> str | None:
    """Return the code of a state by its Correlates of War number; None where it has none."""
    return _codes_of_cow().get(number)


def state_named(name: str) -> str | None:
    """Return the code of a state by its English name; None where no state is surely meant."""
    plain = squeezed(name)
    return OTHER_NAMES.get(plain) or _codes_by_name().get(plain)


def squeezed(name: str) -> str:
    """Return the letters of a name alone, small and without accents, by which spellings of one English name meet."""
    plain = normalize("NFKD", name).casefold().replace("&", " and ").replace("st. ", "saint ")
    return re.sub(r"[^a-z]", "", plain)


@cache
def _codes_of_cow() -> Mapping[int, str]:
    pairs = (one.split(":") for one in _OF_COW.split())
    return {int(number): code for number, code in pairs}


@cache
def _codes_by_name() -> Mapping[str, str]:
    short = {squeezed(state_name(code, "en")): code for code in states()}
    return {**{f"the{name}": code for name, code in short.items()}, **short}
