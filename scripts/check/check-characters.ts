import { isHan } from '../../src/is-han.ts';
import { type ArticleText, excerpt, textsOf } from './article-texts.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import { similarTo } from './similar-characters.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters either side of a doubtful one that are cut into words. */
const WINDOW = 5;
/** A word of the archive stands in at least this many articles. */
const SEEN = 2;

/** The 6,763 characters of GB 2312: whatever else a modern newspaper prints is a name or a mistake. */
const COMMON = new Set<string>();
for (let row = 0xb0; row <= 0xf7; row++) {
  const bytes = new Uint8Array(94 * 2);
  for (let cell = 0; cell < 94; cell++) bytes.set([row, 0xa1 + cell], cell * 2);
  for (const character of new TextDecoder('gbk').decode(bytes)) COMMON.add(character);
}

/** Characters that look like mistakes of scanning: rare ones, and such as make no word with their neighbours. */
export function checkCharacters(context: CheckContext): Finding[] {
  const { content, articles, lines, model } = context;
  const known = new Set(
    Object.values(content.names).flatMap((entries) =>
      entries.flatMap(({ headword, forms }) => [headword, ...forms]),
    ),
  );
  const inNames = new Set([...known].join(''));
  const findings: Finding[] = [];
  for (const article of articles) {
    for (const place of textsOf(article)) {
      const { text } = place;
      for (let at = 0; at < text.length; at++) {
        const character = text[at]!;
        if (!isHan(text.charCodeAt(at))) continue;
        const report = (code: Finding['code'], expected: string, words: string) =>
          findings.push({
            code,
            file: article.file,
            line: lines.text(article, place),
            found: `“${excerpt(text, at)}”的“${character}”`,
            expected,
            remedy: '对照扫描图或别的版本核对；若报上就是这样印的，在篇首 exceptions 里写明理由。',
            text: words,
            about: article.name,
          });
        if (!COMMON.has(character) && !inNames.has(character) && model.articlesWith(character) < SEEN)
          report('character-rare', '常用字', character);
        else {
          const better = betterNeighbour(context, place, at);
          if (better) report('character-neighbours', `形近的“${better.word}”`, better.instead);
        }
      }
    }
  }
  return findings;
}

/**
 * A similar character that makes a word where the one that stands there makes none: the archive never has
 * it with either neighbour, and the other it has.
 */
function betterNeighbour(
  { model }: CheckContext,
  { text }: ArticleText,
  at: number,
): { word: string; instead: string } | undefined {
  const candidates = similarTo(text[at]!);
  if (candidates.size === 0) return undefined;
  const left = isHan(text.charCodeAt(at - 1)) ? text[at - 1]! : '';
  const right = isHan(text.charCodeAt(at + 1)) ? text[at + 1]! : '';
  const others = (pair: string) => (pair.length < 2 ? 0 : model.articlesWith(pair));
  // The article itself is one of those that have the pair.
  if (others(left + text[at]) > 1 || others(text[at] + right) > 1) return undefined;
  if (wordAt(text, at).length > 1) return undefined;
  for (const candidate of candidates) {
    const changed = text.slice(0, at) + candidate + text.slice(at + 1);
    const word = wordAt(changed, at);
    const pairs = [left + candidate, candidate + right].filter((pair) => pair.length === 2);
    const seen = pairs.some((pair) => word.includes(pair) && model.articlesWith(pair) >= SEEN);
    // 才能|办|成 has three words, 才|能力|成 has three as well: only a text of fewer words is a better one.
    if (word.length > 1 && (seen || word.length > 3) && countWords(changed, at) < countWords(text, at)) {
      const from = startOf(changed, at);
      return { word, instead: text.slice(from, from + word.length) };
    }
  }
  return undefined;
}

function segmentAt(text: string, at: number): { segment: string; index: number } | undefined {
  const from = Math.max(0, at - WINDOW);
  const found = segmenter.segment(text.slice(from, at + WINDOW + 1)).containing(at - from);
  return found && { segment: found.segment, index: found.index + from };
}

function countWords(text: string, at: number): number {
  return [...segmenter.segment(text.slice(Math.max(0, at - WINDOW), at + WINDOW + 1))].length;
}

const wordAt = (text: string, at: number) => segmentAt(text, at)?.segment ?? '';
const startOf = (text: string, at: number) => segmentAt(text, at)?.index ?? at;
