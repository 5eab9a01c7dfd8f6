import { startOf } from '../strand.ts';
import type { ArticlesState, Draft, DraftDoubt, TopicRule } from './draft.ts';

/** A term in a headline or subhead counts threefold; the text counts per thousand characters. */
const IN_HEADING = 3;
const PER_CHARACTERS = 1000;
/** Shorter texts count as if they had this length: one word must not make a topic. */
const SHORTEST_TEXT = 500;
/** From this share of the threshold on, a topic that was not given is a doubt, and up to its inverse one that was. */
const NEAR = 0.85;

/** What stands in the place of a phrase that has been counted. */
const BLANK = '　';

/** Long terms first: a short term inside a long one does not count again. */
const longestFirst = new WeakMap<TopicRule, TopicRule['terms']>();
function sortTerms(rule: TopicRule): TopicRule['terms'] {
  let terms = longestFirst.get(rule);
  if (!terms) {
    terms = [...rule.terms].sort((a, b) => b.term.length - a.term.length);
    longestFirst.set(rule, terms);
  }
  return terms;
}

/** A text in which terms are looked for. */
interface Searched {
  readonly text: string;
  /** A bit for each of its UTF-16 units, and for the blank; some share a bit. */
  readonly characters: Uint8Array;
}

/** An article has some hundred different characters: of so many bits they set few. */
const BYTES = 1024;

/** Looks through a text for {@link mayStand}. */
function lookThrough(text: string): Searched {
  const characters = new Uint8Array(BYTES);
  const note = (code: number): void => {
    const at = (code >> 3) & (BYTES - 1);
    characters[at] = (characters[at] as number) | (1 << (code & 7));
  };
  note(BLANK.charCodeAt(0));
  for (let i = 0; i < text.length; i++) note(text.charCodeAt(i));
  return { text, characters };
}

/** Are all characters of a phrase in the text? Most terms of a topic are not worth a search in most articles. */
function mayStand(phrase: string, { characters }: Searched): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    if (((characters[(code >> 3) & (BYTES - 1)] as number) & (1 << (code & 7))) === 0) return false;
  }
  return true;
}

/** The weight of the terms of a topic in a text; what has been counted is blanked out. */
function weighTerms(rule: TopicRule, searched: Searched): number {
  let rest = searched.text;
  for (const phrase of rule.exceptions) if (mayStand(phrase, searched)) rest = rest.replaceAll(phrase, BLANK);
  let weight = 0;
  for (const { term, weight: each } of sortTerms(rule)) {
    if (!mayStand(term, searched)) continue;
    const parts = rest.split(term);
    weight += each * (parts.length - 1);
    if (parts.length > 1) rest = parts.join(BLANK);
  }
  return weight;
}

/** How much an article is about a topic, by the rule that `content/topics/*.mdx` states for editors. */
function weighTopic(rule: TopicRule, headings: Searched, text: Searched): number {
  const length = Math.max(text.text.length, SHORTEST_TEXT);
  return weighTerms(rule, headings) * IN_HEADING + (weighTerms(rule, text) * PER_CHARACTERS) / length;
}

function classify(draft: Draft, rules: readonly TopicRule[]): Draft {
  const stack = draft.stack?.lines.filter((line) => line.role !== 'section').map((line) => line.block) ?? [];
  const subheads = draft.body.filter((block) => block.kind === 'heading');
  const headings = lookThrough([...stack, ...subheads].map((block) => block.strand.text).join('\n'));
  const text = lookThrough(
    draft.body
      .filter((block) => block.kind === 'paragraph')
      .map((block) => block.strand.text)
      .join('\n'),
  );
  const topics: string[] = [];
  const doubts: DraftDoubt[] = [];
  const first = draft.body[0] ?? draft.pictures[0];
  for (const rule of rules) {
    const weight = weighTopic(rule, headings, text);
    const given = weight >= rule.threshold;
    if (given) topics.push(rule.slug);
    const ratio = given ? rule.threshold / weight : weight / rule.threshold;
    if (ratio >= NEAR && first) {
      const points = weight.toFixed(1);
      doubts.push({
        offset: startOf(first.strand),
        code: 'topic',
        message: `${given ? '列入' : '没有列入'}专题“${rule.slug}”：得 ${points} 分，界限是 ${rule.threshold} 分`,
        runnerUp: given ? '不列入' : '列入',
        margin: (1 - ratio) * 6,
      });
    }
  }
  if (topics.length === 0 && doubts.length === 0) return draft;
  return { ...draft, topics, doubts: [...draft.doubts, ...doubts] };
}

/** Gives each article its topics, by the weighted terms of `content/topics/`. */
export function classifyTopics(state: ArticlesState): ArticlesState {
  if (state.topics.length === 0) return state;
  return { ...state, drafts: state.drafts.map((draft) => classify(draft, state.topics)) };
}
