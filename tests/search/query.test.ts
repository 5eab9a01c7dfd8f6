import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Query, type Term } from '../../src/search/query.ts';

const term = (phrase: string, field: Term['field'] = 'anywhere'): Term => ({ phrase, field });
const clause = (...terms: Term[]) => ({ terms, excluded: false });
const without = (...terms: Term[]) => ({ terms, excluded: true });

describe('the query language', () => {
  const cases: [what: string, typed: string, query: Query][] = [
    ['a phrase is taken as typed', '“京津冀”协同', [clause(term('“京津冀”协同'))]],
    ['spaces separate terms that must all occur', '丰台 首都', [clause(term('丰台')), clause(term('首都'))]],
    ['a full-width space separates too', '丰台　首都', [clause(term('丰台')), clause(term('首都'))]],
    ['a minus excludes', '协同 -论坛', [clause(term('协同')), without(term('论坛'))]],
    ['a bar means either', '产业链 | 创新链', [clause(term('产业链'), term('创新链'))]],
    ['a bar needs no spaces, and may be wide', '甲|乙｜丙', [clause(term('甲'), term('乙'), term('丙'))]],
    ['a bar binds its neighbours only', '丰台 甲|乙', [clause(term('丰台')), clause(term('甲'), term('乙'))]],
    ['quotation marks keep spaces together', '"首都 让产业"', [clause(term('首都 让产业'))]],
    ['标题: narrows', '标题:丰台', [clause(term('丰台', 'headline'))]],
    ['作者: narrows', '作者：王蕾蕾', [clause(term('王蕾蕾', 'byline'))]],
    ['版: narrows', '协同 版:02', [clause(term('协同')), clause(term('02', 'page'))]],
    ['a narrowed term can be excluded', '-标题:"开 门"', [without(term('开 门', 'headline'))]],
    ['an operator without a word is text', '标题:', [clause(term('标题:'))]],
    ['a minus alone is text', '-', [clause(term('-'))]],
    ['a dash inside a word is text', '5G-A', [clause(term('5G-A'))]],
    ['an unclosed quotation mark is text', '"丰台', [clause(term('"丰台'))]],
    ['an empty pair of quotation marks asks nothing', '""', []],
    ['nothing asks nothing', ' 　 ', []],
    ['a bar alone asks nothing', '|', []],
  ];
  test.each(cases)('%s: %s', (_what, typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });

  test('no string breaks it, and no term holds what was not typed', () => {
    const alphabet = fc.constantFrom(...'丰台 　-－|｜"＂:：标题作者版a1\ud83d\uffff\n'.split(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet }), fc.string({ unit: 'binary' })), (typed) => {
        const wrong = parseQuery(typed).filter(
          ({ terms }) =>
            terms.length === 0 || terms.some(({ phrase }) => phrase === '' || !typed.includes(phrase)),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
