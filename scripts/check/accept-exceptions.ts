import type { AcceptedException } from '../../src/model.ts';
import type { CheckContext } from './context.ts';
import { type Finding, severityOf } from './finding.ts';

/**
 * Takes out the findings that an editor accepted, with a reason, beside the article or in the issue's file.
 * An error cannot be accepted; an exception that fits nothing is a finding itself.
 */
export function acceptExceptions(
  { content, lines }: CheckContext,
  found: readonly Finding[],
): { findings: Finding[]; accepted: Finding[] } {
  const byAbout = new Map<string, { file: string; exception: AcceptedException; used: boolean }[]>();
  const take = (about: string, file: string, exceptions: readonly AcceptedException[]) => {
    if (exceptions.length > 0)
      byAbout.set(
        about,
        exceptions.map((exception) => ({ file, exception, used: false })),
      );
  };
  for (const article of content.articles) take(article.name, article.file, article.exceptions);
  for (const issue of content.issues)
    take(issue.date, `content/issues/${issue.date}.yaml`, issue.exceptions ?? []);

  const findings: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of found) {
    const exception =
      severityOf(finding) === 'error'
        ? undefined
        : byAbout.get(finding.about ?? '')?.find(({ exception: { code, text } }) => {
            return code === finding.code && (text === undefined || finding.text?.includes(text));
          });
    if (exception) {
      exception.used = true;
      accepted.push(finding);
    } else findings.push(finding);
  }
  for (const [about, list] of byAbout) {
    for (const { file, exception, used } of list) {
      if (used) continue;
      findings.push({
        code: 'exception-unused',
        file,
        line: lines.field(file, 'exceptions'),
        found: `例外 ${exception.code}${exception.text ? `（${exception.text}）` : ''}`,
        expected: '有对应的发现',
        remedy: '删去这一条。',
        about,
      });
    }
  }
  return { findings, accepted };
}
