/** A place where editor and machine changed the same words differently. */
export interface MergeConflict {
  /** What the machine wrote last time. */
  base: string;
  /** What the editor made of it. */
  edited: string;
  /** What the machine would write now. */
  proposed: string;
}
