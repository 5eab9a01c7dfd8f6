import { describe, expect, test } from 'vitest';
import { checkPageBody } from '../../src/loader/guard-page.ts';
import { parseBody } from '../../src/loader/parse-body.ts';
import { placesInFile } from '../../src/loader/place-in-file.ts';

describe('an editor is sent to the line that git and his own program count', () => {
  const placeAt = placesInFile('甲\n乙丙\n\n丁', 15);

  test.each([
    [0, 15, 1],
    [1, 15, 2],
    [2, 16, 1],
    [4, 16, 3],
    [5, 17, 1],
    [6, 18, 1],
    [7, 18, 2],
    [undefined, 15, 1],
  ])('the character at %o stands on line %i, column %i', (offset, line, column) => {
    expect(placeAt(offset)).toEqual({ line, column });
  });

  test('a lone carriage return ends no line, be it in an article or in a page', () => {
    expect(parseBody('甲\r乙\n\n丙{1+1}', { file: 'a.mdx', firstLine: 15 }).problems.at(-1)?.line).toBe(17);
    expect(parseBody('甲\r{/* 乙', { file: 'a.mdx', firstLine: 15 }).problems[0]).toMatchObject({ line: 15 });
    expect(checkPageBody('甲\r乙\n\n丙{1+1}', { file: 'a.mdx', linesBefore: 14 }).at(-1)).toMatchObject({
      line: 17,
      column: 2,
    });
  });
});
