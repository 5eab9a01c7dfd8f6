import type { Article, ProvenancePart } from '../../src/model.ts';
import { accountPage, checkPage, type PageAccount } from '../../src/provenance/account-page.ts';
import { alignScannedPage, listScannedPages, type ScannedPage } from '../../src/provenance/list-pages.ts';
import { traceArticle } from '../../src/provenance/trace-article.ts';
import { spreadWork, WORTH_A_THREAD } from '../spread-work.ts';
import { excerpt, LineFinder, textsOf } from './article-texts.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

/** The account of one scan. */
export interface ScanAccount {
  /** Path of the scan, from the root. */
  scan: string;
  account: PageAccount;
  /** Characters that editors put in, over all articles of the page. */
  added: number;
}

/** What came of one page: findings, and the account of its scan. */
export interface ComparedPage {
  findings: Finding[];
  account: ScanAccount;
}

/**
 * Makes what compares the articles of a page with its scan. A page needs nothing of any other.
 *
 * @param root folder of the repository
 */
export function makeComparer(root: string): (page: ScannedPage) => Promise<ComparedPage> {
  const lines = new LineFinder(root);
  return async (page) => {
    const findings: Finding[] = [];
    const aligned = await alignScannedPage(root, page);
    for (const problem of checkPage(aligned, page)) {
      findings.push({
        code: 'text-lost',
        file: problem.file,
        line: problem.line,
        found: problem.found,
        expected: problem.expected,
        ...(problem.remedy && { remedy: problem.remedy }),
        about: page.scan.date,
        scanLine: problem.line,
      });
    }
    let added = 0;
    for (const article of page.articles) {
      if (article.status === 'withdrawn') continue;
      const provenance = traceArticle(aligned, article, page.scan.file);
      added += provenance.account.added;
      for (const part of provenance.parts) findings.push(...comparePart(lines, article, part));
      findings.push(...compareOrder(lines, article, provenance.parts));
    }
    return { findings, account: { scan: page.scan.file, account: accountPage(aligned), added } };
  };
}

/**
 * Compares every article with its scan, character by character: what was lost, changed, or put in another
 * order. An editor's correction is a finding too, until he says why.
 *
 * @param say says one line of progress
 */
export async function compareWithScan(
  { root, content }: Pick<CheckContext, 'root' | 'content'>,
  say: (line: string) => void,
): Promise<{ findings: Finding[]; accounts: ScanAccount[] }> {
  const pages = listScannedPages(content).filter(({ articles }) => articles.length > 0);
  const compared = await Array.fromAsync(
    spreadWork(pages, {
      module: import.meta.url,
      make: makeComparer,
      setup: root,
      worthAThread: WORTH_A_THREAD.aligning,
      progress: { say, unit: '版' },
    }),
  );
  return {
    findings: compared.flatMap((page) => page.findings),
    accounts: compared.map(({ account }) => account),
  };
}

/** Doubts by which an editor says that he departs from the scan on purpose. */
const CORRECTED = new Set(['quoteCorrected', 'textCorrected']);

function comparePart(lines: LineFinder, article: Article, part: ProvenancePart): Finding[] {
  const findings: Finding[] = [];
  const place = placeOf(article, part);
  for (const piece of part.pieces) {
    if (piece.kind !== 'edited' && piece.kind !== 'quote-turned') continue;
    const scanLine = piece.source[0]?.[0] ?? nearestLine(part, piece.at);
    // An editor who noted the place has said why.
    if (article.doubts.some(({ line, code }) => line === scanLine && CORRECTED.has(code ?? ''))) continue;
    const words = place.text.slice(piece.at, piece.at + piece.after.length);
    findings.push({
      code: piece.kind === 'edited' ? 'text-edited' : 'quote-turned',
      file: article.file,
      line: lines.text(article, place),
      found: `“${excerpt(place.text, piece.at, piece.at + words.length)}”`,
      expected:
        piece.before === ''
          ? `扫描文本没有“${piece.after}”`
          : piece.after === ''
            ? `扫描文本在这里有“${piece.before}”`
            : `扫描文本作“${piece.before}”，文章作“${piece.after}”`,
      remedy: '若是笔误，照扫描文本改回；若是有意校改，在篇首 exceptions 里写明理由。',
      text: `${piece.before}→${piece.after}`,
      about: article.name,
      ...(scanLine !== undefined && { scanLine }),
    });
  }
  return findings;
}

/** Blocks that stand in another order than on the page. */
function compareOrder(lines: LineFinder, article: Article, parts: readonly ProvenancePart[]): Finding[] {
  const findings: Finding[] = [];
  for (const part of parts) {
    // Headings and captions stand where the page had room for them; only running text has an order.
    if (part.movedFrom === undefined || article.blocks[(part.block ?? 0) - 1]?.kind !== 'paragraph') continue;
    const place = placeOf(article, part);
    findings.push({
      code: 'order-changed',
      file: article.file,
      line: lines.text(article, place),
      found: `“${excerpt(place.text, 0, 8, 0)}…”排在这里`,
      expected: `按扫描文本的次序（第 ${part.movedFrom} 行）`,
      remedy: '若是误排，移回原处；若版面次序本来如此，在篇首 exceptions 里写明理由。',
      text: place.text.slice(0, 12),
      about: article.name,
      scanLine: part.movedFrom,
    });
  }
  return findings;
}

function placeOf(article: Article, part: ProvenancePart) {
  const texts = textsOf(article);
  const found =
    part.role === 'block'
      ? texts.find((text) => text.field === 'block' && text.block === (part.block ?? 1) - 1)
      : texts.find((text) => text.field === part.role);
  return found ?? { field: 'headline' as const, text: part.pieces.map((piece) => piece.after).join('') };
}

function nearestLine(part: ProvenancePart, at: number): number | undefined {
  const before = part.pieces.filter((piece) => piece.at <= at && piece.source.length > 0).at(-1);
  return (before ?? part.pieces.find((piece) => piece.source.length > 0))?.source.at(-1)?.[0];
}
