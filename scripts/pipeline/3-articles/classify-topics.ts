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

/** The characters of the text that is weighed, a bit for each UTF-16 unit; used again for the next. */
const there = new Uint8Array(8192);

/** Looks through a text for {@link mayStand}. */
function lookThrough(text: string): void {
  there.fill(0);
  const blank = BLANK.charCodeAt(0);
  there[blank >> 3] = 1 << (blank & 7);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    there[code >> 3] = (there[code >> 3] as number) | (1 << (code & 7));
  }
}

/** Are all characters of a phrase in the text? Most terms of a topic are not worth a search in most articles. */
function mayStand(phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    if (((there[code >> 3] as number) & (1 << (code & 7))) === 0) return false;
  }
  return true;
}

/** The weight of the terms of a topic in a text; what has been counted is blanked out. */
function weighTerms(rule: TopicRule, text: string): number {
  lookThrough(text);
  let rest = text;
  for (const phrase of rule.exceptions) if (mayStand(phrase)) rest = rest.replaceAll(phrase, BLANK);
  let weight = 0;
  for (const { term, weight: each } of sortTerms(rule)) {
    if (!mayStand(term)) continue;
    const parts = rest.split(term);
    weight += each * (parts.length - 1);
    if (parts.length > 1) rest = parts.join(BLANK);
  }
  return weight;
}

/** How much an article is about a topic, by the rule that `content/topics/*.mdx` states for editors. */
export function weighTopic(rule: TopicRule, parts: { headings: string; text: string }): number {
  const length = Math.max(parts.text.length, SHORTEST_TEXT);
  return (
    weighTerms(rule, parts.headings) * IN_HEADING + (weighTerms(rule, parts.text) * PER_CHARACTERS) / length
  );
}

function classify(draft: Draft, rules: readonly TopicRule[]): Draft {
  const stack = draft.stack?.lines.filter((line) => line.role !== 'section').map((line) => line.block) ?? [];
  const subheads = draft.body.filter((block) => block.kind === 'heading');
  const parts = {
    headings: [...stack, ...subheads].map((block) => block.strand.text).join('\n'),
    text: draft.body
      .filter((block) => block.kind === 'paragraph')
      .map((block) => block.strand.text)
      .join('\n'),
  };
  const topics: string[] = [];
  const doubts: DraftDoubt[] = [];
  const first = draft.body[0] ?? draft.pictures[0];
  for (const rule of rules) {
    const weight = weighTopic(rule, parts);
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
