export const SECOND_STAGE = { name: 'second', version: 1 } as const;
/** Stage and version written on everything that the second reader found. */
export const BY = `${SECOND_STAGE.name}@${SECOND_STAGE.version}`;
