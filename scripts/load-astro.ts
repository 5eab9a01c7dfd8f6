import { handReadingOrder } from '../src/provenance/align-as-read.ts';

/** What Astro and its bundler are told by the environment; both ask it when they are loaded. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  // Every build told Astro's makers of itself: neither the site nor the build needs anybody else.
  ASTRO_TELEMETRY_DISABLED: '1',
  // What the bundler sets aside came in pages of two megabytes, which the system clears whole: a second of its time, and
  // 200 MB.
  MIMALLOC_ALLOW_THP: '0',
};

/** Loads Astro, once it is known how it is to behave here, and where its pages find the machine. Nothing else loads it. */
export function loadAstro(): Promise<typeof import('astro')> {
  for (const [name, value] of Object.entries(ENVIRONMENT)) process.env[name] ??= value;
  handReadingOrder(() => import('../src/provenance/reading-order.ts'));
  return import('astro');
}
