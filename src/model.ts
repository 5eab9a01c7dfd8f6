/**
 * The archive's model: one authority for the pipeline, the site and the data.
 * Each subject stands in a file of `model/`; all else imports this one.
 * Terms are those of the field (版 page, 副题 deck, 报眉 folio line, 栏目 standing head).
 */
export * from './model/atoms.ts';
export * from './model/cleaned-scan.ts';
export * from './model/content.ts';
export * from './model/open-data.ts';
export * from './model/provenance.ts';
