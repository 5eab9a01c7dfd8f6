/** The search, beside the page: reading and joining an index never freezes what a reader sees. */
import { serveSearch } from '../../search/engine/serve-search.ts';

serveSearch(self as unknown as Parameters<typeof serveSearch>[0]);
