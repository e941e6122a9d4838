"""English for the aligner: numerals written in letters, and inflected forms that no rule reaches."""

from __future__ import annotations

from ..align_rules import read_pairs

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ORDINALS = (
    "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMERALS: dict[str, int] = {
    **{word: value for value, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    **{word: int(value) for word, value in read_pairs(_ORDINALS).items()},
}

IRREGULAR: dict[str, str] = read_pairs("""
am be is be are be was be were be been be has have had have does do did do done do went go gone go came come
said say told tell spoke speak spoken speak saw see seen see looked look heard hear thought think knew know known know
felt feel found find got get gotten get gave give given give took take taken take brought bring bought buy sold sell
paid pay sent send spent spend built build left leave kept keep held hold stood stand sat sit lay lie lain lie ran run
began begin begun begin became become wrote write written write read read ate eat eaten eat drank drink drunk drink
slept sleep woke wake met meet lost lose won win made make meant mean understood understand taught teach caught catch
fought fight sang sing sung sing flew fly grew grow grown grow rose rise risen rise fell fall fallen fall drew draw
drove drive driven drive broke break broken break chose choose chosen choose forgot forget forgotten forget hid hide
hidden hide stole steal stolen steal threw throw thrown throw wore wear worn wear shook shake shaken shake led lead
men man women woman children child feet foot teeth tooth people people lives life wives wife leaves leaf knives knife
better better best best worse bad worst bad dying die lying lie tying tie
""")
