/** A document in a list. */
export const DOCUMENT_ROW = {
  version: (version: number) => `version ${version}`,
} as const;
