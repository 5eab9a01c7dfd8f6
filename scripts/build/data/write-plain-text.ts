import type { Citable } from '../../../src/archive/citations/citable.ts';
import { formatGbt2025 } from '../../../src/archive/citations/format-gbt.ts';
import type { DataArticle } from '../../../src/model.ts';

/** An article as plain text: its headings, its text a paragraph a line, and how it is cited. */
export function writePlainText(record: DataArticle, citable: Citable): string {
  const heads = [record.section, record.kicker, record.headline, record.deck].filter(Boolean);
  return `${heads.join('\n')}\n\n${record.text}\n\n${formatGbt2025(citable)}\n`;
}
