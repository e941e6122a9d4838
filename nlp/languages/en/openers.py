"""How somebody begins to speak: words that no name and no title goes on with."""

OPENERS = (
    r"(?:[(\[$€£]|(?:I|I'\w+|We|We'\w+|Thanks?|Hi|Hello|Hey|Yes|Yeah|Yep|No|Not|Sure|Okay|OK|Good|Great|And|So|But|Well|"
    r"Right|All|Just|Maybe|If|On|In|It|It's|That|That's|This|There|As|First|Let|What|How|When|Is|Are|Do|Can|Could|My|Our|"
    r"You|To|For|Of|With|At|The|A|Got|Perfect|Absolutely|Correct|Understood|Congrats|Congratulations|Look|Now|Then|Next|"
    r"Alright|Morning|Afternoon|Evening|Operator|Excellent|Very|Fair|Makes|Happy|Before|Welcome|Ladies|Please|"
    r"Actually)\b)"
)
"""A pattern of the first word of a speech, or of the bracket that opens one."""
