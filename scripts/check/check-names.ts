import { excerpt, textsOf } from './article-texts.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import { similarTo } from './similar-characters.ts';

const REMEDY = '核对后改正；若确是另一个人，加进 content/names/people.yaml。';

/** Names that nobody has listed, and names that are listed in another form. */
export function checkNames({ content, articles, lines }: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const people = new Set(content.names.person.flatMap(({ headword, forms }) => [headword, ...forms]));
  const organisations = new Set(
    content.names.organisation.flatMap(({ headword, forms }) => [headword, ...forms]),
  );
  // By the name with one character left open: 王少□ finds 王少峰.
  const open = new Map<string, string[]>();
  for (const name of people) {
    if (name.length !== 3) continue;
    for (const at of [1, 2]) {
      const key = `${name.slice(0, at)}□${name.slice(at + 1)}`;
      open.set(key, [...(open.get(key) ?? []), name]);
    }
  }
  const surnames = new Set([...people].map((name) => name[0]));

  for (const article of articles) {
    for (const place of textsOf(article)) {
      const { text } = place;
      for (let at = 0; at + 3 <= text.length; at++) {
        if (!surnames.has(text[at])) continue;
        const word = text.slice(at, at + 3);
        if (people.has(word)) continue;
        for (const gap of [1, 2]) {
          for (const name of open.get(`${word.slice(0, gap)}□${word.slice(gap + 1)}`) ?? []) {
            if (!similarTo(word[gap]!).has(name[gap]!)) continue;
            findings.push({
              code: 'name-form',
              file: article.file,
              line: lines.text(article, place),
              found: `“${excerpt(text, at, at + 3)}”的“${word}”`,
              expected: `人名录中的“${name}”`,
              remedy: REMEDY,
              text: word,
              about: article.name,
            });
          }
        }
      }
    }
    for (const { role, name } of article.bylines) {
      if (people.has(name) || organisations.has(name)) continue;
      const near = [1, 2].flatMap((gap) => open.get(`${name.slice(0, gap)}□${name.slice(gap + 1)}`) ?? []);
      findings.push({
        code: near.length > 0 ? 'name-form' : 'name-unknown',
        file: article.file,
        line: lines.field(article.file, 'bylines'),
        found: `${role} ${name}`,
        expected: near.length > 0 ? `人名录中的“${near.join('”“')}”` : 'content/names/people.yaml 里有的名字',
        remedy: REMEDY,
        text: name,
        about: article.name,
      });
    }
  }
  return findings;
}
