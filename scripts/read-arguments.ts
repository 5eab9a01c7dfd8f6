import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from './describe-failure.ts';

/** What `parseArgs` objects to, by its code. */
const OBJECTIONS: Readonly<Record<string, (said: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (said) => `没有 ${said} 这个选项`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (said) => `${said} 后面缺少内容，或不该有内容`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (said) => `不认得“${said}”`,
};
// Unknown option '--x'. To specify …; Option '--date <value>' argument missing; Unexpected argument 'x'. …
const QUOTED = /'([^']*)'/u;

/** The options of a command as one writes them: --date …, --replace. */
function listOptions(options: ParseArgsConfig['options'] = {}): string {
  const names = Object.entries(options).map(
    ([name, { type }]) => `--${name}${type === 'string' ? ' …' : ''}`,
  );
  return names.length > 0 ? `选项有：${names.join('、')}` : '这条命令没有选项';
}

/**
 * Reads the arguments of a command, as `parseArgs` of Node does.
 *
 * @param config options and whether other arguments are taken
 * @throws {Refusal} where an argument is not one of the command's: what it was, and what there is
 */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const object = OBJECTIONS[code];
    if (!object) throw error;
    throw new Refusal(
      `参数：${object(QUOTED.exec(message)?.[1]?.replace(/ <value>$/u, '') ?? message)}；${listOptions(config.options)}。`,
    );
  }
}
