import { cutForVoice } from './cut-for-voice.ts';

const RATES = [0.75, 1, 1.25, 1.5, 2];
const USUAL = 1;
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Opens the reader beside its button, or ends it. */
export function toggleReading(button: HTMLButtonElement): void {
  const open = document.querySelector<ReadAloud>('read-aloud');
  if (open) {
    open.close();
    return;
  }
  const reader = document.createElement('read-aloud') as ReadAloud;
  reader.opener = button;
  document.body.append(reader);
}

/**
 * 朗读: reads the article with the browser's voice, paragraph by paragraph; the paragraph that is read is
 * marked and brought into view. Plays, pauses, goes on, goes one paragraph back and forth, faster and slower.
 */
class ReadAloud extends HTMLElement {
  opener: HTMLButtonElement | undefined;
  private blocks: HTMLElement[] = [];
  private block = 0;
  /** Which part of the block is being read: a pause goes on at its beginning. */
  private piece = 0;
  private playing = false;
  private rate = keptRate();
  /** Kept here, for some browsers forget an utterance that nothing holds and then never say that it ended. */
  private utterance: SpeechSynthesisUtterance | undefined;

  connectedCallback(): void {
    this.blocks = [
      ...document.querySelectorAll<HTMLElement>('[data-article] h1, [data-article] .deck, [data-block]'),
    ].filter((block) => block.textContent.trim() !== '');
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', '朗读');
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(
      this.makeButton('back', '上一段', () => this.go(this.block - 1)),
      this.makeButton('play', '暂停', () => (this.playing ? this.pause() : this.play())),
      this.makeButton('on', '下一段', () => this.go(this.block + 1)),
      this.makeButton('rate', '', () => this.changeRate()),
      this.makeButton('end', '结束', () => this.close()),
    );
    this.append(tools);
    addEventListener('keydown', this.closeOnEscape);
    addEventListener('pagehide', this.stopVoice);
    document.documentElement.classList.add('reading-aloud');
    this.opener?.setAttribute('aria-pressed', 'true');
    this.button('play').focus();
    this.play();
  }

  disconnectedCallback(): void {
    removeEventListener('keydown', this.closeOnEscape);
    removeEventListener('pagehide', this.stopVoice);
  }

  /** Ends reading: the voice is silent, the mark is gone, the button has the focus again. */
  close(): void {
    this.stopVoice();
    this.markBlock(undefined);
    document.documentElement.classList.remove('reading-aloud');
    this.remove();
    this.opener?.setAttribute('aria-pressed', 'false');
    this.opener?.focus();
  }

  private play(): void {
    this.playing = true;
    this.show();
    this.speak();
  }

  private pause(): void {
    this.playing = false;
    this.stopVoice();
    this.show();
  }

  private go(to: number): void {
    this.stopVoice();
    this.block = Math.min(Math.max(to, 0), this.blocks.length - 1);
    this.piece = 0;
    this.show();
    if (this.playing) this.speak();
  }

  private changeRate(): void {
    this.rate = RATES[(RATES.indexOf(this.rate) + 1) % RATES.length]!;
    try {
      if (this.rate === USUAL) localStorage.removeItem('rate');
      else localStorage.setItem('rate', String(this.rate));
    } catch {
      // A browser that keeps nothing: the speed holds for this page.
    }
    this.show();
    if (!this.playing) return;
    this.stopVoice();
    this.speak();
  }

  private speak(): void {
    const pieces = cutForVoice(this.blocks[this.block]!.textContent);
    const text = pieces[this.piece];
    if (text === undefined) {
      this.goOn();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    utterance.rate = this.rate;
    const voice = chooseVoice();
    if (voice) utterance.voice = voice;
    utterance.onend = () => {
      if (this.utterance !== utterance) return;
      this.piece += 1;
      this.speak();
    };
    utterance.onerror = () => {
      if (this.utterance === utterance) this.pause();
    };
    this.utterance = utterance;
    speechSynthesis.speak(utterance);
  }

  private goOn(): void {
    if (this.block + 1 >= this.blocks.length) {
      this.block = 0;
      this.piece = 0;
      this.pause();
      return;
    }
    this.block += 1;
    this.piece = 0;
    this.show();
    this.speak();
  }

  private readonly closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) this.close();
  };

  private readonly stopVoice = () => {
    // Forgotten first: what is cut off must not be taken for what has ended.
    this.utterance = undefined;
    speechSynthesis.cancel();
  };

  private show(): void {
    this.markBlock(this.blocks[this.block]);
    this.button('play').textContent = this.playing ? '暂停' : '继续';
    this.button('rate').textContent = `语速 ${this.rate}`;
    this.button('back').setAttribute('aria-disabled', String(this.block === 0));
    this.button('on').setAttribute('aria-disabled', String(this.block === this.blocks.length - 1));
  }

  private markBlock(block: HTMLElement | undefined): void {
    for (const marked of document.querySelectorAll('.spoken')) {
      if (marked === block) return;
      marked.classList.remove('spoken');
      marked.removeAttribute('aria-current');
    }
    if (!block) return;
    block.classList.add('spoken');
    block.setAttribute('aria-current', 'true');
    block.scrollIntoView({ block: 'center', behavior: stillness.matches ? 'auto' : 'smooth' });
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-${name}]`)!;
  }

  private makeButton(name: string, label: string, act: () => void): HTMLButtonElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    button.dataset[name] = '';
    button.addEventListener('click', act);
    return button;
  }
}

function keptRate(): number {
  try {
    const rate = Number(localStorage.getItem('rate'));
    return RATES.includes(rate) ? rate : USUAL;
  } catch {
    return USUAL;
  }
}

/** 普通话 before other Chinese voices, one on the device before one that needs the network. */
function chooseVoice(): SpeechSynthesisVoice | undefined {
  const rank = ({ lang, localService }: SpeechSynthesisVoice) => {
    const at = [/^(?:zh[-_]CN|cmn)/iu, /^zh/iu, /^yue/iu].findIndex((kind) => kind.test(lang));
    return at < 0 ? Number.POSITIVE_INFINITY : at * 2 + (localService ? 0 : 1);
  };
  const [best] = speechSynthesis.getVoices().sort((a, b) => rank(a) - rank(b));
  return best && Number.isFinite(rank(best)) ? best : undefined;
}

customElements.define('read-aloud', ReadAloud);
