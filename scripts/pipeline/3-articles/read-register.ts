/**
 * Characters that tell a story from a report, a notice or a speech: who speaks, verbs that go on, digits, lists. What is
 * told of a father has 我 and 着, what is reported of a meeting has 推进 and 、.
 */
const CLASSES = [
  '我咱',
  '他她',
  '你您',
  '着了过',
  '的地得',
  '呢吧吗啊嘛呀',
  '“”',
  '0123456789',
  '、',
  '，',
  '。！？',
  '建推落实发服务管理强善障项部制求组',
  '父母奶爷婆妈爸孩娘家',
  '手眼头脸脚身声笑看听走坐站',
  '街道社镇局委企院校',
];
const COUNT = CLASSES.length;
const classOf = new Uint8Array(1 << 16).fill(COUNT);
CLASSES.forEach((characters, k) => {
  for (const character of characters) classOf[character.charCodeAt(0)] = k;
});

/** So many paragraphs on either side are compared. */
const REACH = 3;
/** A short text counts as if it had so many characters more, of the page's usual kind; a short page likewise. */
const USUAL_LENGTH = 60;
const SHORT_PAGE = { length: 200, each: 3 } as const;

/**
 * Reads how far the register changes at each gap between paragraphs: how much oftener, or less often, each class of
 * characters stands in the text behind than in the text before.
 * @returns by paragraph after the gap, a sum of differences of square roots of shares
 */
export function readRegister(paragraphs: readonly string[]): Float64Array {
  const n = paragraphs.length;
  // sums: how often each class stands in all paragraphs before the first, the second, …; last the length.
  const width = COUNT + 1;
  const sums = new Float64Array((n + 1) * width);
  paragraphs.forEach((text, p) => {
    const at = p * width;
    const next = at + width;
    for (let k = 0; k < width; k++) sums[next + k] = sums[at + k] as number;
    for (let i = 0; i < text.length; i++) {
      const k = classOf[text.charCodeAt(i)] as number;
      if (k < COUNT) sums[next + k] = (sums[next + k] as number) + 1;
    }
    sums[next + COUNT] = (sums[next + COUNT] as number) + text.length;
  });
  const end = n * width;
  const whole = (sums[end + COUNT] as number) + SHORT_PAGE.length;
  const changes = new Float64Array(n + 1);
  for (let g = 1; g < n; g++) {
    const here = g * width;
    const from = Math.max(0, g - REACH) * width;
    const to = Math.min(n, g + REACH) * width;
    const before = (sums[here + COUNT] as number) - (sums[from + COUNT] as number) + USUAL_LENGTH;
    const behind = (sums[to + COUNT] as number) - (sums[here + COUNT] as number) + USUAL_LENGTH;
    let change = 0;
    for (let k = 0; k < COUNT; k++) {
      const usual = (USUAL_LENGTH * ((sums[end + k] as number) + SHORT_PAGE.each)) / whole;
      const middle = sums[here + k] as number;
      const left = (middle - (sums[from + k] as number) + usual) / before;
      const right = ((sums[to + k] as number) - middle + usual) / behind;
      change += Math.abs(Math.sqrt(left) - Math.sqrt(right));
    }
    changes[g] = change;
  }
  return changes;
}
