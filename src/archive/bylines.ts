import type { Byline } from '../model.ts';

// 文/高枝 武红利, but 记者 王蕾蕾: as the paper sets them.
const WITH_STROKE = new Set(['文', '摄', '图', '摄影', '撰文', '文图', '图文']);

/**
 * Bylines as the paper prints them, one string for each part: `['文/高枝 武红利', '摄/欧阳树辰']`.
 *
 * @param bylines in the order of the paper
 */
export function formatBylines(bylines: readonly Byline[]): string[] {
  const names = new Map<string, string[]>();
  for (const { role, name } of bylines) names.set(role, [...(names.get(role) ?? []), name]);
  return [...names].map(([role, list]) => `${role}${WITH_STROKE.has(role) ? '/' : ' '}${list.join(' ')}`);
}

/** `《北京日报》`, whether or not the editor wrote the marks. */
export const formatSource = (source: string) => (source.includes('《') ? source : `《${source}》`);
