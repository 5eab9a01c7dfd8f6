import type { Pass } from '../pass.ts';
import { dropControls } from './drop-controls.ts';
import { findFurniture } from './find-furniture.ts';
import { foldCompatibility } from './fold-compatibility.ts';
import type { LinesState } from './line.ts';
import { stripMarks } from './strip-marks.ts';
import { turnVerticalForms } from './turn-vertical-forms.ts';
import { undoubleShadows } from './undouble-shadows.ts';
import { widenPunctuation } from './widen-punctuation.ts';

/** Stage 1: the text of each line as it was printed. */
export const linePasses: readonly Pass<LinesState>[] = [
  { name: 'drop-controls', run: dropControls }, // first: a control character would hide all that follows
  { name: 'fold-compatibility', run: foldCompatibility },
  { name: 'turn-vertical-forms', run: turnVerticalForms },
  { name: 'strip-marks', run: stripMarks }, // before widenPunctuation and findFurniture: they look at line starts
  { name: 'undouble-shadows', run: undoubleShadows }, // before findFurniture: the frame may be drawn with a shadow
  { name: 'find-furniture', run: findFurniture },
  { name: 'widen-punctuation', run: widenPunctuation }, // after findFurniture: it keeps the frame as it was printed
];
