/** Longest name shown; what is cut is in the middle, so that folder and ending stay readable. */
const LONGEST_NAME = 240;

/**
 * A file's or archive member's name made fit to be shown and kept: control characters, direction overrides and
 * bytes that are no text become U+FFFD, `\` becomes `/`, and `.`, `..`, drive letters and leading slashes are dropped.
 * The result is a label: nothing is ever opened or written under it.
 *
 * @example
 * makeMemberName('..\\..\\etc/passwd'); // 'etc/passwd'
 */
export function makeMemberName(raw: string): string {
  const parts = raw
    .slice(0, 4096)
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return makeShownName(parts.join('/')) || '(no name)';
}

/** A name from the command line or the disk, harmless to print. */
export function makeShownName(raw: string): string {
  const clean = raw.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
  if (clean.length <= LONGEST_NAME) return clean;
  const half = Math.floor(LONGEST_NAME / 2) - 1;
  return `${clean.slice(0, half)}…${clean.slice(-half)}`;
}

/** Endings of the folders that browsers put beside a page saved "complete", in the languages they come in. */
const COMPANION_ENDINGS = [
  '_files', '-files', '.files', '_file', '-filer', '_Dateien', '-Dateien', '_fichiers', '_archivos', '_arquivos', '_ficheiros',
  '_bestanden', '_pliki', '_soubory', '_tiedostot', '_filer', '_elemei', '_dosyalar', '_fails', '_failid', '_datoteke', '_fitxers', '_fitxategiak',
]; // biome-ignore format: a table

/**
 * The name of the page that a folder of this name accompanies, without its ending; undefined for other folders.
 *
 * @example
 * findCompanionOf('Report_files'); // 'Report'
 */
export function findCompanionOf(folder: string): string | undefined {
  const ending = COMPANION_ENDINGS.find((each) => folder.length > each.length && folder.endsWith(each));
  return ending === undefined ? undefined : folder.slice(0, -ending.length);
}

/** Whether a name is one that systems and programs keep for themselves. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name === 'desktop.ini';
}

/** Endings that a page saved by a browser or written by hand has. */
export const PAGE_ENDINGS: ReadonlySet<string> = new Set([
  ...['.html', '.htm', '.xhtml', '.xht', '.shtml'],
  ...['.mhtml', '.mht', '.txt', '.text'],
]);

/** The last ending of a name in lower case, with its dot: `.html`; empty where there is none. */
export function findEnding(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot).toLowerCase();
}
