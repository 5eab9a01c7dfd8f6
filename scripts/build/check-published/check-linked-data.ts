import type { PublishedFault, PublishedPage } from './published-page.ts';

/** What schema.org (and those who read it) want of each type we use. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ['headline', 'isPartOf', 'url'],
  BreadcrumbList: ['itemListElement'],
  PublicationIssue: ['isPartOf'],
  Newspaper: ['name'],
  WebSite: ['name', 'url'],
  CollectionPage: ['name'],
};
const DATED = new Set(['NewsArticle', 'PublicationIssue']);
const DAY = /^\d{4}-\d{2}(?:-\d{2})?/u;

/** JSON-LD that is no JSON, has no context, or leaves out what its type needs. */
export function checkLinkedData(pages: readonly PublishedPage[]): PublishedFault[] {
  const faults: PublishedFault[] = [];
  for (const { file, linkedData } of pages) {
    const report = (fault: string) => faults.push({ file, fault: `JSON-LD：${fault}` });
    for (const text of linkedData) {
      let data: unknown;
      try {
        data = JSON.parse(text);
      } catch (error) {
        report(String(error));
        continue;
      }
      for (const thing of Array.isArray(data) ? data : [data]) checkThing(thing, report);
    }
  }
  return faults;
}

function checkThing(thing: Record<string, unknown>, report: (fault: string) => void): void {
  if (thing['@context'] !== 'https://schema.org') report('没有 @context https://schema.org');
  const type = String(thing['@type']);
  if (thing['@type'] === undefined) report('没有 @type');
  for (const field of REQUIRED[type] ?? [])
    if (thing[field] === undefined || thing[field] === '') report(`${type} 没有 ${field}`);
  // A date that is only inferred is given as the span it lies in.
  if (DATED.has(type) && thing.datePublished === undefined && thing.temporalCoverage === undefined)
    report(`${type} 没有 datePublished，也没有 temporalCoverage`);
  const published = thing.datePublished;
  if (published !== undefined && !DAY.test(String(published))) report(`datePublished 读到 ${published}`);
}
