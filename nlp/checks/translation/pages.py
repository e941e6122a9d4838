"""What `explain` prints for each code of family T. All examples are invented."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "T01": """T01 number carried over (supported or rounding, note)
Means: the Chinese gives the same number as the English, in the same unit.
Example: "revenue of RMB85.2 million" / 營收8,520萬元. With fewer digits (8,500萬元) the verdict is rounding.
Decided: values are compared exactly after scale words; rounded when one is the other printed with fewer digits.
Not said: that the number is true. Both languages can repeat one error; the arithmetic checks look for that.""",
    "T02": """T02 number changed (contradicted, error or warning)
Means: a number of the English stands in the Chinese with other digits.
Example: "gross margin of 36.4%" / 毛利率34.6%.
Decided: no equal value stands near; the pair is found by one slip of a digit, or as the last two amounts of one unit in
a sentence. An error when one slip explains it or metric, role and period agree; else a warning. Repair: as in English.
Not said: small counts (two areas), values that agree when rounded, repeated amounts that one side says once.""",
    "T03": """T03 order of magnitude changed (contradicted, error)
Means: the digits are the same and the size is not: 万, 亿, million and billion were mixed up.
Example: "RMB85.2 million" / 8.52億元; right is 8,520萬元, given as repair in the same script and style.
Decided: the two values differ by a power of ten, and no value equal to the English stands near.
Not said: re-based amounts (58.6 million is 5,860万), or that the English itself has the right size.""",
    "T04": """T04 number dropped (contradicted, warning; a bare count: note)
Means: an amount of the English is nowhere in the Chinese paragraph or the ones beside it.
Decided: no twin, and no number of that value in the Chinese text at any scale.
Not said: counts up to ten or of nothing named, 100%, numbers in words, convenience translations such as
(US$4.1 million) whose original is carried, paragraphs without Chinese (T31), paragraphs that share no amount.""",
    "T05": """T05 number added (contradicted, warning; a bare count: note)
Means: an amount of the Chinese is nowhere in the English paragraph or the ones beside it.
Decided and not said: as T04, the sides exchanged. Years and period numbers are not amounts.""",
    "T06": """T06 unit or currency changed (contradicted, error; per cent against points: warning)
Means: the number is kept and its unit is another.
Example: "US$6.3 million" / 630萬元人民幣; "up 2.4 percentage points" / 上升2.4%.
Decided: both sides name their unit. 元 alone and $ alone take the currency of the document and are not held against it.
Not said: 50 basis points as 0.5个百分点, 300% as 3倍.""",
    "T07": """T07 direction or sign changed (contradicted, error)
Means: an increase became a decrease, a loss a profit, or a minus sign was lost or added.
Example: "declined 7.5%" / 增長7.5%.
Decided: by the nearest word of direction in the clause of each side, when the claims' directions agree with it.
Not said: a loss that narrowed against a result that rose; a minus sign put in words (下降, 虧損).""",
    "T08": """T08 end of a range lost (contradicted, error)
Means: a range became a single value, or a single value a range.
Example: "between RMB61 million and RMB64 million" / 6,400萬元.
Decided: one end is equal and the other end stands nowhere near.
Not said: a range put as two amounts.""",
    "T09": """T09 bound or modifier lost (contradicted, note; turned round: warning)
Means: "over", "about", "at least" is missing in the Chinese; "over" as 不到 is a warning.
Decided: the modifier read with each amount. Not said: one word for another of the same kind (over, at least), an added
modifier, amounts inside text left in English.""",
    "T10": """T10 comparison changed (contradicted, warning)
Means: year-over-year became quarter-over-quarter (環比, 季增) or the reverse.
Decided: both clauses name their comparison, each only one. 同比, 年增, 按年 and "than a year ago" are one comparison.
Not said: when one side leaves the comparison out.""",
    "T11": """T11 period changed (contradicted, error or warning)
Means: a year, quarter or half-year became another.
Example: "in the second quarter of 2033" / 2033年第三季.
Decided: in an aligned paragraph exactly one period word vanished and one of its kind appeared. An error when two twins
are bound to the two; a warning when only a sentence says so.
Not said: where relative words (last year, 上季) stand for a period; 前三季度, which is nine months.""",
    "T12": """T12 segment changed (contradicted, warning)
Means: a business, product or region of the English is another one in the Chinese.
Example: "overseas revenue was 0.4 billion" and 国内收入为4亿元, where the call elsewhere says 海外 for overseas.
Decided: which names belong together is learned from the call's own aligned sentences (at least three); one name must be
lost and one known name of another segment be new, and the lost one stand nowhere else in the paragraph.
Does not say: anything of names that the call has fewer than three times.""",
    "T20": """T20 role of the number changed (contradicted, warning)
Means: the value is right and says something else.
Example: "compared with RMB9.1 million in 2033" / 2033年增加910萬元: a base became an increase. "An increase in rent of
RMB4.4 million" / 租金為440萬元: an increase became a level.
Decided: the words next to the amount say on both sides which it is (from, to, by, compared with; 由, 至, 增加, 為, 較),
exactly one side is a change, and the claims' roles do not object.
Not said: base against level (a year earlier it was), other orders of the same parts (由…增至), double twins.""",
    "T30": """T30 run left in English (contradicted, warning)
Means: eight or more English words stand inside a Chinese paragraph and repeat its English.
Decided: at least six in ten of the run's word pairs stand in the aligned English, four in ten words in lower case.
Not said: names, products, titles and marks in brackets.""",
    "T31": """T31 paragraph not translated or missing (contradicted, warning)
Means: the Chinese of a paragraph is English, or there is none although most of the document has it.
Decided: by the aligned paragraphs; speaker lines, headings and marks do not count.
Not said: Chinese paragraphs without English, such as a translator's notice.""",
    "T40": """T40 period word in another sense (contradicted, warning)
Means: "quarter" as 四分之一, "half" as 一半, where the English names a period.
Decided: the English names the period and has no share (a quarter of our sales) in the paragraph. One finding a place.
Not said: a true quarter or half.""",
    "T42": """T42 name against the glossary (contradicted, note)
Means: a person's, firm's or product's name has none of its Chinese names beside it.
Example: `[names]` with "Oven Cloud" = ["烤箱云"] and a paragraph that says 烘炉云.
Decided: the name stands in the English paragraph and none of the renderings given in the aligned Chinese.
Not said: when the Chinese leaves the name out and says "it".""",
    "T43": """T43 word to be kept was translated (contradicted, note)
Means: a word listed under `keep` stands in the English paragraph and not, as it is, in the aligned Chinese.
Example: keep = ["OvenLink"] and 烤箱互联.""",
    "T41": """T41 term wrong, uneven or against the glossary (contradicted, note)
Means: a rendering that belongs to another sense of the words (free cash flow as 免费现金流), a term or mark put in
several ways, or a term of your glossary without its preferred rendering.
Decided: by a short table of terms with accepted variants, by marks in brackets in the same places of both sides, and by
`glossary` in tieout.toml. One note for each term and rendering.
Not said: house styles (同比, 年增), terms the table does not hold.""",
    "T50": """T50 tone turned round (contradicted, note)
Means: a sentence that investors would take for good news is bad news in the other language.
Example: "Demand remained strong in the second half." / 下半年需求明顯疲弱。
Decided: only with a model for sentiment (--models shipped, or one you name): both sides of an aligned pair of one or
two sentences are judged alone, the scores (-1 to 1) are at least 0.8 on opposite sides of zero, and each side has words
that say so.
Not said: a change of emphasis, neutral against good or bad, anything by word lists alone. A model can be wrong.""",
}
