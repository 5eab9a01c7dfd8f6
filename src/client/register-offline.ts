/**
 * Starts the service worker that keeps visited pages readable offline, once the page is done with everything
 * else. Browsers without one, and the development server, go without.
 */
export function registerOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const base = `${import.meta.env.BASE_URL.replace(/\/$/u, '')}/`;
  const register = () =>
    void navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => {});
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 2000);
  // What runs this is a module of the page itself, for which `load` waits.
  addEventListener('load', whenIdle, { once: true });
}
