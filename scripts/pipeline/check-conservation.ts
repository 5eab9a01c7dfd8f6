import type { CleanedScan, Span } from '../../src/model.ts';
import { startsOfLines } from './1-lines/line.ts';

/** All spans of a cleaned page, each with what it belongs to. */
function allSpans(cleaned: CleanedScan): { span: Span; of: string }[] {
  const spans: { span: Span; of: string }[] = [];
  const add = (of: string, list: readonly Span[] = []): void => {
    for (const span of list) spans.push({ span, of });
  };
  for (const article of cleaned.articles) {
    for (const [part, list] of Object.entries(article.spans)) add(`${article.id} ${part}`, list);
    for (const block of article.blocks) add(`${article.id} ${block.kind}`, block.source);
  }
  for (const item of cleaned.furniture) add('furniture', item.source);
  for (const item of cleaned.removed) add('removed', item.source);
  return spans;
}

/**
 * Places where a page is not conserved: non-space characters of the scan in no span, or in two.
 * An empty list means that no character was lost and none was published twice.
 */
export function checkConservation(text: string, cleaned: CleanedScan): string[] {
  const starts = startsOfLines(text);
  const owner = new Uint8Array(text.length);
  const faults: string[] = [];
  for (const { span, of } of allSpans(cleaned)) {
    const base = starts[span[0] - 1];
    if (base === undefined) {
      faults.push(`${of}: line ${span[0]} does not exist`);
      continue;
    }
    for (let i = base + span[1]; i < base + span[2]; i++) {
      if (owner[i] === 1 && /\S/u.test(text[i] as string))
        faults.push(`${of}: line ${span[0]}, offset ${i - base} is in two spans`);
      owner[i] = 1;
    }
  }
  for (let i = 0; i < text.length; i++) {
    if (owner[i] === 0 && /\S/u.test(text[i] as string)) {
      let line = 1;
      while (line < starts.length && (starts[line] as number) <= i) line++;
      faults.push(
        `line ${line}, offset ${i - (starts[line - 1] as number)}: ${JSON.stringify(text[i])} is in no span`,
      );
    }
    if (faults.length > 20) break;
  }
  return faults;
}
