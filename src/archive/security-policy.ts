import { createHash } from 'node:crypto';

/**
 * From page to page the browser fades. It has to know so when the page begins: Chromium decides it before it has looked
 * through a style sheet that comes by way of the service worker, drops the fade then and says so as an error. So this
 * one rule stands in the page.
 */
export const FADE = '@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}';

const FADE_DIGEST = createHash('sha256').update(FADE).digest('base64');

/**
 * The Content Security Policy of a page, for `<meta http-equiv="content-security-policy">` in its head.
 * Everything comes from the archive itself; nothing but {@link FADE} is inline, nothing is evaluated. Pagefind is
 * WebAssembly, which needs `wasm-unsafe-eval`: only pages that search get it.
 *
 * @param page whether the page searches
 */
export function contentSecurityPolicy({ search }: { search: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self' 'sha256-${FADE_DIGEST}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
