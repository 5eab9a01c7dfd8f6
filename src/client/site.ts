/**
 * What every page does where scripts run: 长辈版, 夜间, 字号, 打印, keys, the 朗读 button, reading offline.
 * Everything else is loaded when it is asked for.
 */
import { wireKeys } from './keyboard.ts';
import { wireModes } from './modes.ts';
import { offerReading } from './offer-reading.ts';
import { registerOffline } from './register-offline.ts';

wireModes();
wireKeys();
offerReading();
registerOffline();
