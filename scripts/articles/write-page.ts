import type { ContentProblem } from '../../src/loader/content-problem.ts';
import { checkPage } from '../../src/provenance/account-page.ts';
import { alignScannedPage, type ScannedPage } from '../../src/provenance/list-pages.ts';
import { writeContract } from '../../src/provenance/write-contract.ts';

/** The articles of a page as a line of JSON, and what does not balance. */
export interface WrittenPage {
  line: string;
  problems: ContentProblem[];
}

/**
 * Makes what writes the articles of a page, as the site shows them, in the form of the cleaner.
 *
 * @param root folder of the repository
 */
export function makePageWriter(root: string): (page: ScannedPage) => Promise<WrittenPage> {
  return async (page) => {
    const aligned = await alignScannedPage(root, page);
    return {
      line: JSON.stringify(writeContract(aligned, page.scan.file)),
      problems: checkPage(aligned, page),
    };
  };
}
