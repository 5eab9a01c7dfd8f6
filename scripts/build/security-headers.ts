/**
 * Headers that every file of the archive is served with, here and on the hosts that read a file of headers
 * (see scripts/build/write-headers.ts). What a page may load stands in the page itself
 * (src/archive/security-policy.ts): a host without headers is as safe but for framing.
 */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];
