/**
 * The Content Security Policy of a page, for `<meta http-equiv="content-security-policy">` in its head.
 * Everything comes from the archive itself; nothing is inline, nothing is evaluated. Pagefind is WebAssembly,
 * which needs `wasm-unsafe-eval`: only pages that search get it.
 *
 * @param page whether the page searches
 */
export function contentSecurityPolicy({ search }: { search: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
