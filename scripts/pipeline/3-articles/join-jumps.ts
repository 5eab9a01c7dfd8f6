import type { Block } from '../2-blocks/row.ts';
import type { Strand } from '../strand.ts';
import { startOf } from '../strand.ts';
import type { ArticlesState, Draft, DraftDoubt } from './draft.ts';
import { REPORT_BEGINS } from './read-text-signs.ts';

const PAGE = /([A-D]?)\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*版/u;
const NUMERALS = '零一二三四五六七八九十';

function pageOf(text: string): string | undefined {
  const number = PAGE.exec(text)?.[2];
  if (number === undefined) return undefined;
  if (/^\d/u.test(number)) return number.padStart(2, '0');
  // 二 2, 十 10, 十二 12, 二十 20
  const value = [...number]
    .map((digit) => NUMERALS.indexOf(digit))
    .reduce((sum, digit) => (digit === 10 && sum > 0 ? sum * 10 : sum + digit), 0);
  return String(value).padStart(2, '0');
}

const leadOf = (draft: Draft): Block | undefined => draft.body.find((block) => block.kind === 'paragraph');

/** A report that opens with 本报讯 is complete: it goes on from no other page. */
const isComplete = (draft: Draft): boolean => REPORT_BEGINS.test(leadOf(draft)?.strand.text ?? '');

// A paragraph that opens so stands in the middle of a report.
const MID_REPORT =
  /^(?:会议(?:指出|强调|要求|认为)|据(?:悉|了解)|记者了解到|同时，|此外|另外|随后|与此同时|他(?:说|表示|指出|强调)|仪式(?:结束)?后|现场，)/u;

/** An article with the jump lines that were gathered for it. */
type WithJumps = Draft & { readonly jumps: readonly Block[] };

/**
 * Gives jump lines to the articles they belong to. The mark may stand before another report: one that begins
 * with 本报讯 is complete, so the mark goes to the nearest one that is not.
 */
function joinJumps(drafts: readonly WithJumps[]): { drafts: Draft[]; loose: Strand[] } {
  const loose: Strand[] = [];
  const from = new Map<number, Block>();
  const to = new Map<number, Block>();
  const doubts = new Map<number, DraftDoubt[]>();
  drafts.forEach((draft, d) => {
    for (const jump of draft.jumps) {
      if (!jump.strand.text.includes('上接') && jump.strand.text.includes('转')) {
        if (to.has(d)) loose.push(jump.strand);
        else to.set(d, jump);
        continue;
      }
      let owner = d;
      if (isComplete(draft) || from.has(d)) {
        const open = drafts
          .map((other, i) => ({ other, i }))
          .filter(
            ({ other, i }) =>
              i !== d && leadOf(other) && !isComplete(other) && !from.has(i) && other.jumps.length === 0,
          )
          .sort((a, b) => Math.abs(a.i - d) - Math.abs(b.i - d) || a.i - b.i);
        const other = open[0];
        if (other) {
          owner = other.i;
          doubts.set(owner, [
            ...(doubts.get(owner) ?? []),
            {
              offset: startOf(jump.strand),
              code: 'jump',
              message: `“${jump.strand.text}”印在别处，归给了这一篇`,
              runnerUp: '归给紧随其后的一篇（以“本报讯”开头，看来是完整的）',
              margin: 1.5,
            },
          ]);
        }
      }
      if (from.has(owner)) loose.push(jump.strand);
      else from.set(owner, jump);
    }
  });
  return {
    drafts: drafts.map(({ jumps: _, ...draft }, d) => {
      const jumpFrom = from.get(d);
      const jumpTo = to.get(d);
      const fromPage = jumpFrom && pageOf(jumpFrom.strand.text);
      const toPage = jumpTo && pageOf(jumpTo.strand.text);
      if (jumpFrom && !fromPage) loose.push(jumpFrom.strand);
      if (jumpTo && !toPage) loose.push(jumpTo.strand);
      const lead = leadOf(draft);
      const more = [...(doubts.get(d) ?? [])];
      if (lead && !jumpFrom && MID_REPORT.test(lead.strand.text)) {
        more.push({
          offset: startOf(lead.strand),
          code: 'beginningMissing',
          message: '这一篇像是从报道中间开始的，而没有“上接”字样：开头可能在别的版上',
          runnerUp: '本来就这样开头',
          margin: 0.8,
        });
      }
      return {
        ...draft,
        doubts: [...draft.doubts, ...more],
        ...(jumpFrom && fromPage ? { jumpFrom: { page: fromPage, strand: jumpFrom.strand } } : {}),
        ...(jumpTo && toPage ? { jumpTo: { page: toPage, strand: jumpTo.strand } } : {}),
      };
    }),
    loose,
  };
}

/** Pass form of {@link joinJumps}: the jump lines are in the drafts until then. */
export function joinJumpLines(state: ArticlesState): ArticlesState {
  const joined = joinJumps(state.drafts as readonly WithJumps[]);
  return { ...state, drafts: joined.drafts, furniture: [...state.furniture, ...joined.loose] };
}
