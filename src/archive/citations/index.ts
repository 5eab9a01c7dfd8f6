import type { Citable } from './citable.ts';
import { formatBibtex, formatRis, toCsl } from './format-data.ts';
import { formatChicago, formatMla } from './format-english.ts';
import { formatGbt2015, formatGbt2025 } from './format-gbt.ts';

/** A way of citing: how it is named, and how it writes. */
export interface CitationStyle {
  id: string;
  label: string;
  /** Several lines that are kept as they are. */
  isData: boolean;
  format: (citable: Citable, accessed?: string) => string;
}

/** The styles in the order in which a reader is offered them. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { id: 'gbt-2025', label: 'GB/T 7714—2025', isData: false, format: formatGbt2025 },
  { id: 'gbt-2015', label: 'GB/T 7714—2015', isData: false, format: formatGbt2015 },
  { id: 'chicago', label: 'Chicago', isData: false, format: formatChicago },
  { id: 'mla', label: 'MLA', isData: false, format: formatMla },
  { id: 'bibtex', label: 'BibTeX', isData: true, format: formatBibtex },
  { id: 'ris', label: 'RIS', isData: true, format: formatRis },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    isData: true,
    format: (citable, accessed) => JSON.stringify(toCsl(citable, accessed), null, 2),
  },
];
