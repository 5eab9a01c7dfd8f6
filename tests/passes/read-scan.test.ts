import { describe, expect, test } from 'vitest';
import { readScan } from '../../scripts/pipeline/1-lines/read-scan.ts';

const encode = (text: string) => [...new TextEncoder().encode(text)];
const PAGE = '会议指出，要压实责任。\n'.repeat(3);

describe('a damaged UTF-8 file is refused with the line of the first bad byte', () => {
  test.each<[what: string, bad: number[]]>([
    ['a byte that begins nothing', [0xff]],
    ['the second half of a character', [0x80]],
    ['a character of two bytes cut short', [0xc3, 0x28]],
    ['a character of three bytes cut short', [0xe4, 0xb8, 0x28]],
    ['a character of four bytes cut short', [0xf0, 0xa0, 0x80, 0x28]],
  ])('%s', (_, bad) => {
    // A lone byte of 0xff at the end keeps it from being GB18030.
    const bytes = Uint8Array.from([...encode(PAGE), ...bad, ...encode('\n丰台'), 0xff]);
    expect(() => readScan(bytes, 'a.txt')).toThrow(/a\.txt:4：.*UTF-8/su);
  });

  test('characters of one to four bytes before it are passed over', () => {
    const bytes = Uint8Array.from([...encode(`A é 丰 𠀀\n${PAGE}`), 0xff]);
    expect(() => readScan(bytes, 'a.txt')).toThrow('a.txt:5：');
  });
});

test('UTF-16 is named whichever byte comes first', () => {
  for (const mark of [
    [0xff, 0xfe],
    [0xfe, 0xff],
  ])
    expect(() => readScan(Uint8Array.from([...mark, 0x4e, 0x30]), 'a.txt')).toThrow('UTF-16');
});

test('text that was opened with the wrong table and saved is refused, rare characters alone are not', () => {
  const garbled = '锟斤拷锛岀殑鏄湪涓嶄簡鏈夊拰浜鸿繖涓ぇ涓轰笂涓浗鎴戜互瑕'.repeat(12);
  expect(() => readScan(garbled, 'a.txt')).toThrow('常用汉字少得反常');
  expect(readScan('𠀀𠮷饕餮魑魅', 'a.txt')).toBe('𠀀𠮷饕餮魑魅');
});
