"""First names that are short for one another: a line may say Bob where the list says Robert."""

from __future__ import annotations

_GROUPS = """
robert rob bob bobby robbie bert
william will bill billy liam
richard rick dick rich richie
james jim jimmy jamie
john jack johnny jon
jonathan jon jonny
joseph joe joey
charles charlie chuck chas
thomas tom tommy
michael mike mick mickey
david dave davey
daniel dan danny
matthew matt
christopher chris
christine chris chrissy tina
christina chris tina
andrew andy drew
anthony tony
edward ed eddie ted ned
edmund ed eddie ted
theodore ted teddy theo
steven stephen steve
stephanie steph
gregory greg
augustus august augustin gus
bartholomew bart
jeffrey jeff geoffrey geoff
kenneth ken kenny
lawrence larry laurence
leonard leo len lenny
nicholas nick nicolas
patrick pat paddy
patricia pat patty trish
peter pete
philip phil phillip
raymond ray
ronald ron ronnie
donald don donnie
samuel sam sammy
samantha sam
timothy tim
vincent vince vinny
walter walt
alexander alex sandy
alexandra alex sandra
benjamin ben
douglas doug
frederick fred freddie
francis frank
gerald gerry jerry
harold harry hal
henry harry hank
katherine kathryn catherine kate kathy cathy katie
elizabeth liz beth betty lisa eliza
margaret maggie meg peggy
susan sue susie
jennifer jen jenny
jessica jess jessie
deborah deb debbie
rebecca becky
barbara barb
victoria vicky
kimberly kim
cynthia cindy
abigail abby
allison ally
nathaniel nate nathan
zachary zach zack
joshua josh
jacob jake
louis lou lewis
martin marty
mitchell mitch
maxwell max
maximilian max
oliver ollie
russell russ
stanley stan
stuart stewart stu
sidney sid
terrence terry
wesley wes
eugene gene
albert al bert
alfred al fred
alan al allan allen
arthur art
clifford cliff
curtis curt
calvin cal
bradley brad
bernard bernie
arnold arnie
dominic dom
emanuel manny
gabriel gabe
ignacio nacho
isaac ike
herbert herb bert
"""
NICKNAMES: dict[str, frozenset[str]] = {}
for _group in _GROUPS.split("\n"):
    for _name in _group.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | frozenset(_group.split())
"""A first name to all that may stand for it, small letters."""
