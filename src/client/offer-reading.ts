const CHINESE = /^(?:zh|cmn|yue)(?:[-_]|$)/iu;

/**
 * Shows the 朗读 button where the browser has a Chinese voice. What reads is loaded at the first press.
 */
export function offerReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
  if (!button || !('speechSynthesis' in window)) return;
  const voices = window.speechSynthesis;
  const show = () => {
    button.hidden = !voices.getVoices().some(({ lang }) => CHINESE.test(lang));
  };
  show();
  // Some browsers learn of their voices only after the page is there.
  voices.addEventListener?.('voiceschanged', show);
  button.addEventListener('click', async () => {
    const { toggleReading } = await import('./read-aloud.ts');
    toggleReading(button);
  });
}
