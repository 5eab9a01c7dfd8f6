import { expect, test } from 'vitest';
import { articlePage, check, THING } from './made-up-site.ts';

const FILE = '2023-04-14/p02-009/index.html';

/** The article's page with this in its head. */
const headed = (metas: string, change: object = {}) => {
  const thing = JSON.stringify({ ...THING, headline: '我区召开会议', ...change });
  const head = `${metas}<script type="application/ld+json">${thing}</script>`;
  return check({ [FILE]: articlePage().replace('<meta name', `${head}<meta name`) });
};
const DESCRIPTION = '<meta name="description" content="文"><meta property="og:description" content="文">';
const span = (from: string, to: string) => ({ datePublished: undefined, temporalCoverage: `${from}/${to}` });

test('its own date, or a span in which it lies, and one description', async () => {
  expect(await headed(`${DESCRIPTION}<meta name="citation_date" content="2023/04/14">`)).toBe('');
  expect(await headed(DESCRIPTION, span('2023-04-12', '2023-04-14'))).toBe('');
});

test.each<[string, string, object, string]>([
  ['date for citing', '<meta name="citation_date" content="2023/04/15">', {}, '引用的日期写作 2023/04/15'],
  ['date', '', { datePublished: '2022-04-14' }, 'datePublished 写作 2022-04-14，应为 2023-04-14'],
  [
    'date of the issue',
    '',
    { isPartOf: { ...THING.isPartOf, datePublished: '2023-04-21' } },
    'datePublished 写作 2023-04-21',
  ],
  ['span', '', span('2023-04-15', '2023-04-18'), 'temporalCoverage 写作 2023-04-15/2023-04-18'],
  ['earlier span', '', span('2023-04-01', '2023-04-13'), 'temporalCoverage 写作 2023-04-01/2023-04-13'],
  ['description', DESCRIPTION, { description: '别的' }, '有两种说明：“文”和“别的”'],
  ['description to share', DESCRIPTION.replace('"文">', '"别的">'), {}, '有两种说明：“别的”和“文”'],
])('another %s is found', async (_, metas, change, fault) => {
  expect(await headed(metas, change)).toContain(fault);
});
