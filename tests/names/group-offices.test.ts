import { expect, test } from 'vitest';
import { groupOffices } from '../../src/archive/names/group-offices.ts';

const stated = (office: string, date: string) => ({ office, date, article: `${date}/p02-001` });

test('an office that many reports name stands once, with its first and its last report', () => {
  const offices = groupOffices([
    stated('区委书记', '2025-02-14'),
    stated('区长', '2019-05-01'),
    stated('区委书记', '2023-04-14'),
    stated('区委书记', '2023-06-16'),
  ]);
  expect(offices.map(({ office, stated: reports }) => [office, reports.map(({ date }) => date)])).toEqual([
    ['区委书记', ['2023-04-14', '2023-06-16', '2025-02-14']],
    ['区长', ['2019-05-01']],
  ]);
});

test('the list that editors wrote keeps its order', () => {
  const list = Object.freeze([stated('区长', '2025-02-14'), stated('区长', '2023-04-14')]);
  groupOffices(list);
  expect(list.map(({ date }) => date)).toEqual(['2025-02-14', '2023-04-14']);
});
