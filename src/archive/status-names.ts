import type { Status } from '../model.ts';

/** How far a text has been read against the scan, in a word. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  machine: '未校对',
  proofread: '已校对',
  validated: '已复核',
  withdrawn: '已撤下',
};
