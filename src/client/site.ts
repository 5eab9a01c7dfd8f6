/** What every page does where scripts run: 长辈版, 夜间, 字号, 打印. Everything else is loaded when it is asked for. */
import { wireModes } from './modes.ts';
import { registerOffline } from './register-offline.ts';

wireModes();
registerOffline();
