import { ArticleFrontMatter } from '../../../src/model.ts';

const FIELD = /^([a-zA-Z]+):/u;
const COMMENT = /^\s*#/u;

/** A field of front matter with the lines that belong to it; comments before the first field stand alone. */
export interface FieldLines {
  field?: string;
  /** The field's own lines. */
  lines: string[];
  /** An editor's notes that follow it, up to the next field. */
  comments: string[];
}

/** The order in which fields are written. */
const FIELD_ORDER: readonly string[] = Object.keys(ArticleFrontMatter.shape);

/** Divides the lines of front matter by fields. */
export function splitFields(lines: readonly string[]): FieldLines[] {
  const fields: FieldLines[] = [];
  for (const line of lines) {
    const field = FIELD.exec(line)?.[1];
    if (field !== undefined) fields.push({ field, lines: [line], comments: [] });
    else {
      if (fields.length === 0) fields.push({ lines: [], comments: [] });
      const last = fields.at(-1)!;
      (COMMENT.test(line) ? last.comments : last.lines).push(line);
    }
  }
  return fields;
}

/** The lines of front matter, fields as they are given. */
export const joinFields = (fields: readonly FieldLines[]): string[] =>
  fields.flatMap(({ lines, comments }) => [...lines, ...comments]);

/** Puts a field that was not there before in its place. */
export function insertField(
  fields: readonly FieldLines[],
  added: FieldLines & { field: string },
): FieldLines[] {
  const before = fields.findLastIndex(
    ({ field }) => field !== undefined && FIELD_ORDER.indexOf(field) < FIELD_ORDER.indexOf(added.field),
  );
  return fields.toSpliced(before + 1, 0, added);
}
