import { startOf } from '../strand.ts';
import type { ArticlesState, Draft, DraftDoubt, TopicRule } from './draft.ts';

/** A term in a headline or subhead counts threefold; the text counts per thousand characters. */
const IN_HEADING = 3;
const PER_CHARACTERS = 1000;
/** Shorter texts count as if they had this length: one word must not make a topic. */
const SHORTEST_TEXT = 500;
/** From this share of the threshold on, a topic that was not given is a doubt, and up to its inverse one that was. */
const NEAR = 0.85;

/** The text with what has been counted blanked out, and the weight of what was found in it. */
function weighTerms(rule: TopicRule, text: string): number {
  let rest = text;
  for (const phrase of rule.exceptions) rest = rest.replaceAll(phrase, '　');
  let weight = 0;
  // Long terms first: a short term inside a long one does not count again.
  for (const { term, weight: each } of [...rule.terms].sort((a, b) => b.term.length - a.term.length)) {
    const parts = rest.split(term);
    weight += each * (parts.length - 1);
    if (parts.length > 1) rest = parts.join('　');
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
