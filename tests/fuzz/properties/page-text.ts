import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { escapeMdx } from '../../../scripts/pipeline/4-mdx/escape-mdx.ts';
import { breakWords } from '../../../src/archive/break-words.ts';
import { markNames } from '../../../src/archive/names/mark-names.ts';
import { listNames, matcherOf } from '../../../src/archive/names/name-entries.ts';
import { setProse } from '../../../src/archive/prose.ts';
import { parseBody } from '../../../src/loader/parse-body.ts';
import { BlockKind, NameEntry } from '../../../src/model.ts';
import { makeArticle } from '../../archive/make-article.ts';
import { defineFuzz, hostileLine } from '../fuzz-property.ts';

/** Names, some of which are written like what HTML writes characters with. */
const names = listNames({
  person: ['王蕾蕾', '丰台区', 'amp', 'lt', 'quot', 'b', 'href', 'x3c', '“'].map((headword) =>
    NameEntry.parse({ headword }),
  ),
  place: [],
  organisation: [],
});
const match = matcherOf(names);

const ALLOWED = new Set(['a', 'b', 'strong', 'em', 'span', 'wbr']);
const ATTRIBUTES = new Set(['href', 'class', 'title']);

/** What a browser shows of a piece of HTML; everything else that is in it is refused. */
function textOf(html: string): string {
  let text = '';
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      assert.ok(ALLOWED.has(name), `<${name}> in ${html}`);
      for (const [key, value] of Object.entries(attributes)) {
        assert.ok(ATTRIBUTES.has(key), `${key} in ${html}`);
        if (key === 'href') assert.ok(/^(?:https?:|mailto:|\/(?!\/)|#)/u.test(value), value);
      }
      if (name === 'a') assert.ok(!open.includes('a'), `a link in a link: ${html}`);
      open.push(name);
    },
    onclosetag: () => void open.pop(),
    ontext: (piece) => {
      text += piece;
    },
    oncomment: (comment) => assert.fail(`comment ${comment}`),
    onprocessinginstruction: (_, data) => assert.fail(`instruction ${data}`),
  });
  parser.end(html);
  return text;
}

const emphasised = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `**${text}**`,
  (text) => `甲*${text}*乙`,
  (text) => `[${text}](https://example.org/a>王蕾蕾)`,
  (text) => `[${text}](/browse/?a=%22&b='x')`,
  (text) => `甲[ ${text} ](#notes)`,
  (text) => `[${text}](#notes "王蕾蕾 &amp; <b>")`,
);

/** Article → MDX → HTML → what the reader sees. */
export const fuzz = defineFuzz({
  name: 'a page shows exactly the text of a block: markup for breaks, names and emphasis adds and takes nothing',
  // A name that is written like the name of a character in HTML; an address with a bracket.
  cases: [
    ['paragraph', '&丰台区', (text) => text],
    ['paragraph', '| [', (text) => `[${text}](#notes)`],
    ['paragraph', '丰台', (text) => `甲[ ${text} ](#notes)`],
    ['paragraph', '<丰台区', (text) => `[${text}](https://example.org/a>王蕾蕾)`],
  ],
  property: fc.property(
    fc.constantFrom(...BlockKind.options),
    hostileLine,
    emphasised,
    (kind, line, emphasise) => {
      assert.equal(textOf(breakWords(line)), line);
      const body = kind === 'paragraph' ? emphasise(escapeMdx(kind, line)) : escapeMdx(kind, line);
      const { blocks, problems } = parseBody(body, { file: 'a.mdx', firstLine: 1 });
      if (problems.length > 0) return;
      for (const group of setProse(makeArticle({ blocks }))) {
        group.blocks.forEach(({ html, text, kind: own }, index) => {
          const marked =
            own === 'subhead' ? html : markNames(html, match, new Set(), ({ slug }) => `/names/${slug}/`);
          assert.equal(textOf(marked), text, `${index}: ${marked}`);
        });
      }
    },
  ),
});
