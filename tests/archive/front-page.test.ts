import { expect, test } from 'vitest';
import { setFrontPage } from '../../src/archive/front-page.ts';
import { makeArticle } from './make-article.ts';

const paragraphs = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'paragraph' as const, text: '丰台。'.repeat(20), line: 1 }));

test('a continuation or a picture does not lead, however early it stands', () => {
  const continuation = makeArticle({ id: 'p02-001', jumpFrom: '01', blocks: paragraphs(9) });
  const picture = makeArticle({ id: 'p02-020', blocks: [{ kind: 'credit', text: '摄/某某', line: 1 }] });
  const report = makeArticle({ id: 'p02-040', blocks: paragraphs(4) });
  const front = setFrontPage([continuation, picture, report]);
  expect(front.lead).toBe(report);
  expect(front.seconds).toEqual([continuation]);
  expect(front.briefs).toEqual([picture]);
});

test('an issue with nothing but a picture still has a front page', () => {
  const picture = makeArticle({ blocks: [{ kind: 'credit', text: '摄/某某', line: 1 }] });
  expect(setFrontPage([picture])).toMatchObject({
    lead: picture,
    opening: [],
    seconds: [],
    briefs: [],
    more: 0,
  });
});

test('every article of the issue has a place or is counted', () => {
  const articles = Array.from({ length: 14 }, (_, i) =>
    makeArticle({ id: `p02-${100 + i}`, blocks: paragraphs(3 + (i % 4)) }),
  );
  const { seconds, briefs, more } = setFrontPage(articles);
  expect(1 + seconds.length + briefs.length + more).toBe(14);
});
