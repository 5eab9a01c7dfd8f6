/** All that what is known of an aligned page comes from, for `digestCode`: whatever `src/provenance` imports. */
export const ALIGNING_CODE = [
  'scripts/pipeline',
  'src/provenance',
  'src/code-at.ts',
  'src/is-han.ts',
  'src/loader',
  'src/model.ts',
  'src/model',
] as const;
