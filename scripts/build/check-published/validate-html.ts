import { HtmlValidate } from 'html-validate';
import type { PublishedFault } from './published-page.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How Astro writes what is the same to every browser.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // A headline is as long as it was printed.
    'long-title': 'off',
    // The policy of every page forbids them; check-pages says where they are.
    'no-inline-style': 'off',
  },
});

/** What html-validate finds wrong with a page. */
export async function validateHtml(html: string, file: string): Promise<PublishedFault[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => ({
      file: `${file}:${line}:${column}`,
      fault: `${message}（${ruleId}）`,
    })),
  );
}
