/** Names in a data folder. */
export const DATABASE_FILE = 'store.db';
export const PAGES_FOLDER = 'pages';

/** The beginnings of hashes, which are also the names of the folders below `pages`. */
export const PREFIXES: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);
