import { ContentError } from '../../src/loader/content-problem.ts';
import type { Content } from '../../src/loader/read-content.ts';
import { checkProvenance } from '../../src/provenance/check-provenance.ts';

/**
 * Insists that every page's account balances before anything is published: no character of a scan may be lost,
 * and none may be published that is neither the scan's nor a named change.
 *
 * @param onPage is told before each page how many are done, of how many
 * @throws {ContentError} with every place that does not balance
 */
export async function checkAccounts(
  root: string,
  content: Content,
  onPage: (done: number, total: number) => void,
): Promise<void> {
  const { problems } = await checkProvenance(root, content, { onPage });
  if (problems.length > 0) throw new ContentError(problems);
}
