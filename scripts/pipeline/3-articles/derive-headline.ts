const DATELINE =
  /^(?:本报讯|新华社[^，。（(]{0,12}[讯电])?\s*(?:[（(](?:本报|实习|见习)?(?:记者|通讯员)[^）)]*[）)])?\s*/u;
const WHEN =
  /^(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|近日|日前|今天|昨日|昨天|本周[一二三四五六日]?起?|连日来)(?:上午|下午|晚|清晨|凌晨)?，?/u;
/** A derived headline takes clauses until it has this length; one clause may be as long as the second. */
const LONGEST = 40;
const LONGEST_CLAUSE = 64;

/** A headline from the lead (导语): what happened, without when and by whom it is reported. */
export function deriveHeadline(lead: string): string {
  const text = lead.replace(DATELINE, '').replace(WHEN, '');
  const sentence = text.split(/[。！？]/u, 1)[0] as string;
  let headline = '';
  for (const clause of sentence.split('，')) {
    if (headline !== '' && headline.length + clause.length + 1 > LONGEST) break;
    headline = headline === '' ? clause : `${headline}，${clause}`;
    if (headline.length >= 12) break;
  }
  headline = headline.replace(/[，、：；—]+$/u, '').trim();
  // By whole characters: one beyond the first 65,536 is two units, and half of it is none.
  return [...(headline || text || lead)].slice(0, LONGEST_CLAUSE).join('').trim();
}
