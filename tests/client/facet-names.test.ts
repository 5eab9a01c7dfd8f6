import { expect, test } from 'vitest';
import { STATUS_LABELS } from '../../src/archive/marks.ts';
import { nameValue } from '../../src/client/search/render-facets.ts';

test('how far a text has been read is called the same in the search as on its page', () => {
  for (const status of ['machine', 'proofread', 'validated'] as const)
    expect(STATUS_LABELS[status].startsWith(`${nameValue('status', status, {})}：`), status).toBe(true);
  expect(nameValue('status', 'lost', {})).toBe('lost');
});
