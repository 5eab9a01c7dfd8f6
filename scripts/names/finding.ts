/** A form of a name that a rule found, with the rule and where. */
export interface Finding {
  form: string;
  /** The rule that found it, in words. */
  why: string;
  /** The block it stands in. */
  sentence: string;
  /** Name of the article. */
  article: string;
}
