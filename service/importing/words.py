"""
Words that people write for codes: countries in three letters, languages by name, municipalities with what they are.

The names of the vocabularies (models/vocabulary) come first; here stands what those do not have. Source of the
three-letter codes: ISO 3166-1 alpha-3, ISO 639-3.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

# ISO 3166-1: alpha-3 and alpha-2.
_ALPHA_3 = """
ABW AW AFG AF AGO AO AIA AI ALA AX ALB AL AND AD ARE AE ARG AR ARM AM ASM AS ATA AQ ATF TF ATG AG AUS AU AUT AT AZE AZ
BDI BI BEL BE BEN BJ BES BQ BFA BF BGD BD BGR BG BHR BH BHS BS BIH BA BLM BL BLR BY BLZ BZ BMU BM BOL BO BRA BR BRB BB
BRN BN BTN BT BVT BV BWA BW CAF CF CAN CA CCK CC CHE CH CHL CL CHN CN CIV CI CMR CM COD CD COG CG COK CK COL CO COM KM
CPV CV CRI CR CUB CU CUW CW CXR CX CYM KY CYP CY CZE CZ DEU DE DJI DJ DMA DM DNK DK DOM DO DZA DZ ECU EC EGY EG ERI ER
ESH EH ESP ES EST EE ETH ET FIN FI FJI FJ FLK FK FRA FR FRO FO FSM FM GAB GA GBR GB GEO GE GGY GG GHA GH GIB GI GIN GN
GLP GP GMB GM GNB GW GNQ GQ GRC GR GRD GD GRL GL GTM GT GUF GF GUM GU GUY GY HKG HK HMD HM HND HN HRV HR HTI HT HUN HU
IDN ID IMN IM IND IN IOT IO IRL IE IRN IR IRQ IQ ISL IS ISR IL ITA IT JAM JM JEY JE JOR JO JPN JP KAZ KZ KEN KE KGZ KG
KHM KH KIR KI KNA KN KOR KR KWT KW LAO LA LBN LB LBR LR LBY LY LCA LC LIE LI LKA LK LSO LS LTU LT LUX LU LVA LV MAC MO
MAF MF MAR MA MCO MC MDA MD MDG MG MDV MV MEX MX MHL MH MKD MK MLI ML MLT MT MMR MM MNE ME MNG MN MNP MP MOZ MZ MRT MR
MSR MS MTQ MQ MUS MU MWI MW MYS MY MYT YT NAM NA NCL NC NER NE NFK NF NGA NG NIC NI NIU NU NLD NL NOR NO NPL NP NRU NR
NZL NZ OMN OM PAK PK PAN PA PCN PN PER PE PHL PH PLW PW PNG PG POL PL PRI PR PRK KP PRT PT PRY PY PSE PS PYF PF QAT QA
REU RE ROU RO RUS RU RWA RW SAU SA SDN SD SEN SN SGP SG SGS GS SHN SH SJM SJ SLB SB SLE SL SLV SV SMR SM SOM SO SPM PM
SRB RS SSD SS STP ST SUR SR SVK SK SVN SI SWE SE SWZ SZ SXM SX SYC SC SYR SY TCA TC TCD TD TGO TG THA TH TJK TJ TKL TK
TKM TM TLS TL TON TO TTO TT TUN TN TUR TR TUV TV TWN TW TZA TZ UGA UG UKR UA UMI UM URY UY USA US UZB UZ VAT VA VCT VC
VEN VE VGB VG VIR VI VNM VN VUT VU WLF WF WSM WS YEM YE ZAF ZA ZMB ZM ZWE ZW
"""
_CODES = re.findall("[A-Z]+", _ALPHA_3)
COUNTRIES: Mapping[str, str] = MappingProxyType(
    {long.casefold(): short for long, short in zip(_CODES[::2], _CODES[1::2], strict=True)}
)
# Languages without a code of two letters, and other names of those that have one.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "inarinsaame": "smn",
        "enaresamiska": "smn",
        "inari sami": "smn",
        "koltansaame": "sms",
        "koltta": "sms",
        "skoltsamiska": "sms",
        "skolt sami": "sms",
        "suomalainen viittomakieli": "fse",
        "finskt teckensprak": "fse",
        "finnish sign language": "fse",
        "suomenruotsalainen viittomakieli": "fss",
        "finlandssvenskt teckensprak": "fss",
        "finland-swedish sign language": "fss",
        "viittomakieli": "sgn",
        "teckensprak": "sgn",
        "sign language": "sgn",
        "romani": "rom",
        "romanikieli": "rom",
        "suomen romani": "rom",
        "romani chib": "rom",
        "romany": "rom",
        "karjala": "krl",
        "karelska": "krl",
        "karelian": "krl",
        "eesti": "et",
        "farsi": "fa",
        "dari": "fa",
        "sorani": "ku",
        "kurmandzi": "ku",
        "saame": "se",
        "samiska": "se",
    }
)
ABROAD = frozenset({"200", "ulkomaat", "ulkomaa", "ulkomailla", "ulkomailta", "utlandet", "utomlands", "abroad"})

_KINDS = ("kaupunki", "kunta", "stad", "kommun", "city", "municipality")
_OF = ("city of ", "municipality of ", "staden ", "kommunen ")
# Ends of names of places and their genitives; the longest that fits counts. Other names only get an n.
_GENITIVES = {
    "kaupunki": ("kaupungin",),
    "lahti": ("lahden",),
    "niemi": ("niemen",),
    "joki": ("joen",),
    "maki": ("maen",),
    "jarvi": ("jarven",),
    "salmi": ("salmen",),
    "koski": ("kosken",),
    "saari": ("saaren",),
    "nummi": ("nummen",),
    "lampi": ("lammen", "lammin"),
    "vesi": ("veden",),
    "inen": ("isen", "isten"),
    "pudas": ("putaan",),
    "laidun": ("laitumen",),
    "helsinki": ("helsingin",),
    "varkaus": ("varkauden",),
    "alavus": ("alavuden",),
    "kannus": ("kannuksen",),
    "nurmes": ("nurmeksen",),
    "virrat": ("virtain", "virtojen"),
    "juuka": ("juuan",),
    "koski tl": ("kosken tl",),
    "isokyro": ("isonkyron",),
    "uusikaupunki": ("uudenkaupungin",),
    "uusikaarlepyy": ("uudenkaarlepyyn",),
    "kumpu": ("kummun",),
    "loppi": ("lopen",),
    "turku": ("turun",),
}
_GRADES = {"kk": "k", "pp": "p", "tt": "t", "nk": "ng", "nt": "nn", "rt": "rr", "lt": "ll", "ht": "hd", "rk": "r"}


def municipality_names(written: str) -> tuple[str, ...]:
    """Return what is left of a written municipality without "kunta", "stad", "City of": the name, or its genitive."""
    words = written.split()
    if len(words) > 1 and words[-1] in _KINDS:
        return (" ".join(words[:-1]),)
    return tuple(written.removeprefix(start) for start in _OF if written.startswith(start))


def genitives(name: str) -> frozenset[str]:
    """Return the genitives that the unaccented name of a municipality may have: helsingin, mikkelin, finstroms."""
    end = max((end for end in _GENITIVES if name.endswith(end)), key=len, default=None)
    if end is not None:
        return frozenset(name.removesuffix(end) + genitive for genitive in _GENITIVES[end])
    found = {f"{name}n", f"{name}s"}
    if name.endswith("e"):
        found.add(f"{name}en")
    strong = name[-3:-1]
    if strong in _GRADES:
        found.add(f"{name[:-3]}{_GRADES[strong]}{name[-1]}n")
    elif strong[1:] == "t":
        found.add(f"{name[:-2]}d{name[-1]}n")
    return frozenset(found)
