import { Refusal } from '../describe-failure.ts';

/** Where the archive will be published: `site` is an origin, `base` begins and ends with a slash. */
export interface Address {
  site: string;
  base: string;
}

const BASE = /^\/(?:[\w.~-]+\/)*$/u;

/**
 * Reads `SITE_URL` and `BASE_PATH`.
 *
 * @param env the environment of the build
 * @throws {Refusal} when they are no address and no path
 */
export function readAddress(env: Record<string, string | undefined>): Address {
  const given = env.BASE_PATH ?? '/';
  const path = given.replace(/^\/+|\/+$/gu, '');
  const base = path === '' ? '/' : `/${path}/`;
  if (!BASE.test(base) || base.split('/').some((step) => step === '.' || step === '..')) {
    throw new Refusal(
      `BASE_PATH 读到 ${JSON.stringify(given)}；应为网站所在的路径，如 / 或 /fengtai/（字母、数字、. _ ~ -）。`,
    );
  }
  const site = env.SITE_URL ?? 'http://localhost:4321';
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.search || url.hash) {
    throw new Refusal(`SITE_URL 读到 ${JSON.stringify(site)}；应为网站的地址，如 https://example.org`);
  }
  return { site: url.origin, base };
}
