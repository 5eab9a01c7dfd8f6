/**
 * A pass is one step of the cleaner: a pure function from state to state. It never changes what it is given
 * and hands back unchanged items as they are, so that what a pass did can be seen by comparing.
 */
export interface Pass<State> {
  /** The pass's name: its file's name. */
  readonly name: string;
  /** From state to state; `without` names the signs of the pass that are not to be looked at. */
  readonly run: (state: State, without: ReadonlySet<string>) => State;
  /** Signs that the pass weighs and that can be left out one by one, for measuring what each contributes. */
  readonly signs?: readonly string[];
  /** A pass that gives a later stage what it works on cannot be switched off. */
  readonly needed?: boolean;
}

/** Options of a run: passes to leave out by name. */
export interface RunOptions {
  without?: ReadonlySet<string>;
  /** Stop after the pass of this name. */
  until?: string;
}

const NONE: ReadonlySet<string> = new Set();

/** Runs passes in their order. */
export function runPasses<State>(
  passes: readonly Pass<State>[],
  state: State,
  options: RunOptions = {},
): State {
  let now = state;
  for (const pass of passes) {
    if (!options.without?.has(pass.name)) {
      now = pass.run(now, options.without ?? NONE);
    }
    if (options.until === pass.name) break;
  }
  return now;
}
