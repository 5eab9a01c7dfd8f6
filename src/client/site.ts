/**
 * What every page does where scripts run: 长辈版, 夜间, 字号, 打印, keys, the 朗读 button, reading offline.
 * Everything else is loaded when it is asked for.
 */
// Not a file of its own: a request costs more on a phone than these few bytes.
import './cite-article.ts';
import { armCopyButtons } from './copying.ts';
import { wireKeys } from './keyboard.ts';
import { wireModes } from './modes.ts';
import { offerReading } from './offer-reading.ts';
import { registerOffline } from './register-offline.ts';
import { wireSearchBoxes } from './search/wire-search-boxes.ts';

wireModes();
armCopyButtons(document);
wireKeys();
offerReading();
registerOffline();
wireSearchBoxes();
// A reader who comes from a search finds its words marked; elsewhere nothing is loaded for it.
if (document.querySelector('hit-marks') && new URLSearchParams(location.search).has('hl'))
  void import('./search/hit-marks.ts');
