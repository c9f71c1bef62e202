import { findEnding, PAGE_ENDINGS } from './names.ts';
import type { Sniffed } from './sniff.ts';

/**
 * Why something that was met in a folder or archive is plainly no page and passed over, as a word to count under; undefined
 * for what is to be read or to be told as a failure. Nobody asked for such a file by its name, so that it is there is no fault.
 * What a name promised to be a page, and what may hold pages and cannot be opened, is never passed over.
 *
 * @example
 * findPassedOver({ form: 'other', what: 'a PNG image' }, 'news/harbour.png'); // 'images'
 * findPassedOver({ form: 'other', what: 'a PNG image' }, 'news/report.html'); // undefined: should have been a page
 */
export function findPassedOver(sniffed: Sniffed, name: string): string | undefined {
  const ending = findEnding(name);
  if (sniffed.form === 'other') {
    const isNamedPage = PAGE_ENDINGS.has(ending) && ending !== '.txt' && ending !== '.text';
    return isNamedPage || sniffed.mayHoldPages === true ? undefined : findGroup(sniffed.what);
  }
  if (sniffed.form !== 'page' && sniffed.form !== 'empty') return undefined;
  if (sniffed.form === 'page' && sniffed.isHtml === true) return undefined;
  if (NOTES.test(name)) return 'notes';
  return ENDINGS.get(ending);
}

/** Texts about the files beside them: `README.md`, `docs/LICENSE`. */
const NOTES = /(^|[/\\])(readme|licen[cs]e|copying|changelog|contributing)(\.(txt|text))?$/i;

function findGroup(what: string): string {
  return GROUPS.find(([pattern]) => pattern.test(what))?.[1] ?? 'other files';
}

const GROUPS: readonly (readonly [pattern: RegExp, group: string])[] = [
  [/image|icon/, 'images'],
  [/sound|video/, 'sound and video'],
  [/font/, 'fonts'],
  [/feed|sitemap/, 'feeds and lists'],
  [/document|book|Office/, 'documents'],
  [/sheet|script|program|Java/, 'styles and programs'],
  [/JSON|XML|table|database|property|calendar|card|settings/, 'data'],
];

/** What names say where bytes say nothing: of text that has no first bytes of its own, and of files that are empty. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['notes', '.md .markdown .mdown .rst .adoc'],
      ['images', '.png .jpg .jpeg .gif .webp .avif .svg .ico .cur .bmp .tif .tiff .heic .psd'],
      ['sound and video', '.mp3 .m4a .aac .wav .ogg .oga .flac .mp4 .m4v .webm .mov .avi .mkv .wmv .flv .m3u8 .vtt .srt'],
      ['fonts', '.woff .woff2 .ttf .otf .eot'],
      ['documents', '.pdf .ps .rtf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .epub .mobi'],
      ['styles and programs', '.css .scss .less .js .mjs .cjs .ts .jsx .tsx .py .rb .sh .ps1 .bat .exe .dll .so .wasm'],
      ['data', '.json .jsonl .ndjson .geojson .map .csv .tsv .xml .yaml .yml .toml .ini .sql .db .sqlite .parquet .ics .vcf .bin .dat .lock'],
    ] as const
  ).flatMap(([group, endings]) => endings.split(' ').map((ending) => [ending, group] as const)),
); // biome-ignore format: a table
