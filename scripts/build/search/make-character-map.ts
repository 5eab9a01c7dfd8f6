// @ts-expect-error the dictionary comes without types: one string, `臺 台|豐 丰 …`
import dictionary from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters that fold to a character which occurs in the archive.
 *
 * Characters of GB 2312 stay themselves: 著, 乾, 藉 are simplified characters too, and 著名 is not 着名.
 *
 * @param text everything that is searched
 * @returns pairs, sorted: `豐丰臺台…`
 */
export function makeCharacterMap(occurring: ReadonlySet<string>): string {
  const simplified = readGb2312();
  return (dictionary as string)
    .split('|')
    .map((entry) => {
      const [from, to] = entry.split(' ') as [string, string];
      return [from, to] as const;
    })
    .filter(
      ([from, to]) => from !== to && !simplified.has(from) && (occurring.has(to) || occurring.has(from)),
    )
    .map((pair) => pair.join(''))
    .sort()
    .join('');
}

/** The 6,763 Han characters of GB 2312: rows 16 to 87. */
function readGb2312(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const characters = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return new Set([...characters].filter((character) => character >= '\u4e00' && character <= '\u9fff'));
}
