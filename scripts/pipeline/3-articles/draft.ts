import type { Block } from '../2-blocks/row.ts';
import type { Strand } from '../strand.ts';

/** What a line of a headline stack is. */
export type HeadingRole = 'section' | 'kicker' | 'headline' | 'deck';

/** A line of a headline stack with its part. */
export interface StackLine {
  readonly role: HeadingRole;
  readonly block: Block;
}

/** A headline stack (kicker, headline, deck …) and how it stands to its article. */
export interface Stack {
  readonly lines: readonly StackLine[];
  /** Where it stands: right above its text, right below it, or elsewhere on the page. */
  readonly position: 'above' | 'below' | 'elsewhere';
  /** Evidence in nats that it belongs to this article and not to the next best; small is weak. */
  readonly margin: number;
  /** What it would else belong to, in words for an editor. */
  readonly runnerUp?: string;
  /** Evidence that the line taken for the headline is it, against the next best line. */
  readonly roleMargin: number;
}

/** A doubt before it has its line number. */
export interface DraftDoubt {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly runnerUp?: string;
  /** Evidence in nats for what was decided, against the runner-up. */
  readonly margin: number;
}

/** An article in the making. */
export interface Draft {
  /** Paragraphs, subheads and what stands among them, in reading order. */
  readonly body: readonly Block[];
  readonly stack?: Stack;
  readonly jumpFrom?: { readonly page: string; readonly strand?: Strand };
  readonly jumpTo?: { readonly page: string; readonly strand: Strand };
  readonly bylineRows: readonly Block[];
  readonly pictures: readonly Block[];
  readonly headline?: {
    readonly text: string;
    readonly source: 'printed' | 'derived';
    readonly strand?: Strand;
  };
  readonly section?: { readonly text: string };
  readonly bylines: readonly { readonly role: string; readonly name: string }[];
  readonly reprintedFrom?: string;
  readonly eventDate?: string;
  readonly topics: readonly string[];
  readonly doubts: readonly DraftDoubt[];
}

/** What the passes over articles work on. */
export interface ArticlesState {
  readonly blocks: readonly Block[];
  readonly drafts: readonly Draft[];
  /** Labels over several articles, and lines that belong to none. */
  readonly furniture: readonly Strand[];
  /** Doubts about lines that belong to no article. */
  readonly date?: string;
  readonly topics: readonly TopicRule[];
}

/** A topic as the cleaner reads it from `content/topics/`. */
export interface TopicRule {
  readonly slug: string;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly exceptions: readonly string[];
  readonly threshold: number;
}
