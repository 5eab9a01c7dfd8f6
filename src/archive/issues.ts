import { getCollection } from 'astro:content';
import type { Issue } from '../model.ts';

/** All issues, oldest first. */
export async function getIssues(): Promise<Issue[]> {
  const issues = (await getCollection('issues')).map((entry) => entry.data as Issue);
  return issues.sort((a, b) => (a.date < b.date ? -1 : 1));
}
