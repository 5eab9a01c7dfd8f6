import { excerpt, textsOf } from './article-texts.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

/** Letters of other scripts that are drawn like Latin ones: found only beside Latin letters and digits. */
const LETTERS = new Map(
  [...'АВЕКМНОРСТУХаеорсухіѕ'].map((letter, at) => [letter, 'ABEKMHOPCTYXaeopcyxis'[at]!]),
);
for (const [at, letter] of [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].entries()) LETTERS.set(letter, 'ABEZHIKMNOPTYXo'[at]!);
/** Kana, bopomofo, strokes and numerals of merchants that are drawn like Chinese characters. */
const STROKES = new Map(
  [...'ロニハカタトエチセメイクケムヨヒ㇐ㄧㄨㄠㄒ〡〢〣'].map((sign, at) => [
    sign,
    '口二八力夕卜工千七乂亻夂个厶彐匕一一乂幺丅一二三'[at]!,
  ]),
);
const KANA = /[\u3040-\u30ff]/u;
const HAN = /\p{Script=Han}/u;
const LATIN_OR_DIGIT = /[A-Za-z0-9]/u;

const PRIVATE = /\p{Private_Use}/u;
// Kangxi and CJK radicals, compatibility ideographs: each is drawn like a character of its own code.
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
const MATHEMATICAL = /[\u{1d400}-\u{1d7ff}]/u;

/** Twelve compatibility ideographs are characters in their own right (Unicode, section 23.4). */
const TRUE_CHARACTERS = /[\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29]/u;

/**
 * What a character is drawn like, where it is not the character that it seems: whoever searches for the one does
 * not find the other.
 *
 * @param before character before it
 * @param after character after it
 * @returns the character that was meant; nothing where it is what it seems
 */
export function looksLike(
  character: string,
  before: string | undefined,
  after: string | undefined,
): string | undefined {
  const beside = (pattern: RegExp) => pattern.test(before ?? '') || pattern.test(after ?? '');
  if (MATHEMATICAL.test(character)) return character.normalize('NFKC');
  if (RADICAL.test(character) && !TRUE_CHARACTERS.test(character)) {
    const plain = character.normalize('NFKC');
    return plain === character ? '同形的汉字' : plain;
  }
  const letter = LETTERS.get(character);
  if (letter !== undefined && beside(LATIN_OR_DIGIT)) return letter;
  const stroke = STROKES.get(character);
  return stroke !== undefined && beside(HAN) && !beside(KANA) ? stroke : undefined;
}

/** Characters without a meaning of their own (private use), and characters that only look like what was printed. */
export function checkLookalikes({ articles, lines }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const article of articles) {
    for (const place of textsOf(article)) {
      const characters = [...place.text];
      let at = 0;
      characters.forEach((character, index) => {
        const from = at;
        at += character.length;
        // Nearly all characters, and none of them seems to be another.
        if (character >= '\u4e00' && character <= '\u9fff') return;
        const isPrivate = PRIVATE.test(character);
        const meant = isPrivate
          ? undefined
          : looksLike(character, characters[index - 1], characters[index + 1]);
        if (!isPrivate && meant === undefined) return;
        const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
        findings.push({
          code: isPrivate ? 'character-private' : 'character-lookalike',
          file: article.file,
          line: lines.text(article, place),
          found: `“${excerpt(place.text, from, at)}”的“${character}”（${code}）`,
          expected: meant === undefined ? '有公认字形的字' : `“${meant}”`,
          remedy: isPrivate
            ? '这个码位各家字体画得不同，读者可能看到空白：对照扫描图补上原字，认不出的写作 □。'
            : '样子相同，码位不同，检索不到：改成应有的字。',
          text: character,
          about: article.name,
        });
      });
    }
  }
  return findings;
}
