import type { Block } from '../2-blocks/row.ts';
import type { HeadingRole } from './draft.ts';

/** Lines read as a stack: their parts, how well they make one, and how clear the headline among them is. */
export interface Reading {
  readonly roles: readonly HeadingRole[];
  readonly score: number;
  readonly margin: number;
}

/** How often stacks have one, two, three, four lines (joined lines count once). */
const SIZE = [0, 0.4, 1.0, 2.6, 5.5];
/** A standing head (栏目) is short and says nothing of one article. */
const LONGEST_LABEL = 7;

const TWO_PARTS = /[\p{Script=Han}”！？] +[“\p{Script=Han}\d]/u;
const OFFICE_AND_NAME =
  /(?:书记|区长|代表|委员|主任|局长|院长|校长|班长|教授|专家|会长|理事长|董事长|总经理|创始人|队长|所长|站长|师傅|医生|教师|护士|民警|工程师|负责人)\p{Script=Han}{2,4}$/u;
const EVENT =
  /(?:召开|举行|举办|开幕|启动|发布|印发|调研|检查|慰问|走访|座谈|揭牌|签约|开展|部署|专访|通过|公布|成立|亮相|开班|闭幕)/u;
const DECK_END = /(?:记|侧记|纪实|纪事|探访|观察|扫描|综述|速写|剪影)$/u;
const DECK_START = /^(?:——|—|围绕|记|访|来自)/u;

/** How much a line reads like the headline proper (主题) and not like a kicker or a deck, in nats. */
export function weighHeadline(block: Block): number {
  const text = block.strand.text;
  let weight = 0;
  if (block.mark > 0) weight += 5;
  if (text.startsWith('——')) weight -= 6;
  else if (DECK_START.test(text)) weight -= 1.2;
  if (TWO_PARTS.test(text)) weight += 1.8;
  if (OFFICE_AND_NAME.test(text)) weight -= 2.2;
  if (EVENT.test(text)) weight -= 0.7;
  if (DECK_END.test(text)) weight -= 1.2;
  const length = text.length;
  if (length > 18) weight -= (length - 18) * 0.06;
  if (length < 5) weight -= 1;
  if (/[！？]”?$/u.test(text)) weight += 0.5;
  return weight;
}

/** Could the line be a standing head (栏目, 版块名)? */
export function weighLabel(block: Block): number {
  const text = block.strand.text;
  if (text.length > LONGEST_LABEL || text.length < 2 || /[，。：；？！“”\s]/u.test(text)) return -9;
  return -0.5 - Math.max(0, text.length - 5) * 0.7;
}

/**
 * Reads consecutive heading lines as one stack. Kicker, headline and deck are decided together: the line that
 * reads most like a headline is it, what stands above is kicker, what stands below is deck.
 */
export function readStack(lines: readonly Block[]): Reading {
  const single = lines[0];
  if (lines.length === 1 && single) {
    const deck = single.strand.text.startsWith('——') ? -4 : 0;
    return { roles: ['headline'], score: -(SIZE[1] as number) + deck, margin: 9 };
  }
  const n = lines.length;
  let best: { head: number; label: boolean; score: number } | undefined;
  let second = -Infinity;
  for (const label of [false, true]) {
    const start = label ? 1 : 0;
    if (n - start < 1) continue;
    const labelScore = label ? weighLabel(lines[0] as Block) : 0;
    if (labelScore < -8) continue;
    for (let head = start; head < n; head++) {
      const above = head - start;
      const below = n - 1 - head;
      let score = -(SIZE[n - start] ?? 9) + labelScore;
      score += above > 1 ? -2 * (above - 1) : 0;
      score += below > 1 ? -2 * (below - 1) : 0;
      // Kickers are more frequent than decks: seven to four on the pages seen.
      if (above > 0) score += 0.3;
      for (let k = start; k < n; k++) {
        const weight = weighHeadline(lines[k] as Block);
        score += k === head ? weight * 0.5 : -weight * 0.5;
        if (k < head && (lines[k] as Block).strand.text.startsWith('——')) score -= 6;
        if (k > head && OFFICE_AND_NAME.test((lines[k] as Block).strand.text)) score -= 0.8;
      }
      if (!best || score > best.score) {
        if (best) second = Math.max(second, best.score);
        best = { head, label, score };
      } else second = Math.max(second, score);
    }
  }
  const chosen = best ?? { head: 0, label: false, score: -9 };
  const roles = lines.map(
    (_, k): HeadingRole =>
      chosen.label && k === 0
        ? 'section'
        : k < chosen.head
          ? 'kicker'
          : k === chosen.head
            ? 'headline'
            : 'deck',
  );
  return { roles, score: chosen.score, margin: Math.min(9, chosen.score - second) };
}
