import type { Content } from '../../src/loader/read-content.ts';
import type { Article } from '../../src/model.ts';
import type { LineFinder } from './article-texts.ts';
import type { CharacterModel } from './character-model.ts';

/** What every check is given. */
export interface CheckContext {
  root: string;
  content: Omit<Content, 'settings'>;
  /** The articles that are published. */
  articles: readonly Article[];
  lines: LineFinder;
  /** What the archive's own text knows of characters and their neighbours. */
  model: CharacterModel;
}
