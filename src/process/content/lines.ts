import { type DayMonthOrder, findDate, latinDigits } from './dates.ts';
import { indexOpenings } from './openings.ts';

/** Words that stand beside the date in a date line, in lower case. */
const DATE_WORDS: ReadonlySet<string> = new Set([
  'published', 'updated', 'update', 'posted', 'last', 'modified', 'first', 'created', 'on', 'at', 'by', 'date', 'am', 'pm', 'et', 'est', 'edt', 'gmt', 'utc', 'ist', 'bst', 'cet', 'pst', 'pdt', 'cst', 'hrs', 'the', 'of', 'and', 'release', 'issued',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'originally', 'time', 'local', 'hours', 'read', 'min', 'minute', 'minutes', 'ago',
  'veröffentlicht', 'aktualisiert', 'erstellt', 'stand', 'uhr', 'am', 'um', 'vom', 'den', 'datum', 'zuletzt', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag', 'mo', 'di', 'mi', 'do', 'fr', 'sa', 'so', 'geändert', 'gesendet', 'publiziert', 'online', 'seit', 'lesezeit', 'minuten',
  'publicado', 'publicada', 'actualizado', 'actualizada', 'el', 'a', 'las', 'de', 'del', 'h', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo', 'fecha', 'hora', 'horas', 'creado',
  'publié', 'publiée', 'le', 'à', 'mis', 'mise', 'jour', 'modifié', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'date', 'atualizado', 'em', 'às', 'as', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'feira',
  'pubblicato', 'aggiornato', 'il', 'alle', 'ore', 'opublikowano', 'aktualizacja', 'data', 'publikacji', 'dodano', 'geplaatst', 'op', 'gepubliceerd', 'bijgewerkt', 'опубликовано', 'обновлено', 'نشر', 'تاريخ', 'النشر', 'آخر', 'تحديث', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد', 'yayınlanma', 'tarihi', 'güncelleme',
]); // biome-ignore format: a table

const LONGEST_DATE_LINE = 140;
/** Letters that may stand in a date line beside the date and the words that go with it. */
const SPARE_LETTERS = 14;
const LONGEST_MONTH = 12;

/**
 * Whether a line is there to give a date: nothing but the date, its time and the usual words beside them.
 *
 * @example
 * isDateLine('Updated: 11 December 2020, 18:05 GMT'); // true
 * isDateLine('The embassy was hit on 11 December 2020 and closed.'); // false
 */
export function isDateLine(line: string, order?: DayMonthOrder): boolean {
  if (line.length > LONGEST_DATE_LINE || !/\d/.test(latinDigits(line))) return false;
  // Most lines have too many words beside any date; that is seen at once.
  if (countSpareLetters(line) > SPARE_LETTERS + LONGEST_MONTH * 3) return false;
  let rest = line;
  for (let i = 0; i < 3; i++) {
    // The order matters for the value only; that it is a date is seen either way.
    const found = findDate(rest, order ?? 'dmy') ?? findDate(rest, 'mdy');
    // Who sent the report stands behind the date in brackets.
    if (found === undefined)
      return i > 0 && countSpareLetters(rest.replace(/\([^()@]{1,40}\)\s{0,3}$/, '')) <= SPARE_LETTERS;
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  }
  return countSpareLetters(rest) <= SPARE_LETTERS;
}

function countSpareLetters(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !DATE_WORDS.has(word)).reduce((sum, word) => sum + word.length, 0);
}

const TIME_STAMP =
  /^(?:(?:(?:posted|updated|published)(?: at)?|at|um)\s)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}h\d{0,2}|\d{1,2}(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\.?|\s?uhr|\s?h)?(?:\s(?:gmt|utc|[a-z]{1,4}[ds]?t|local time|\(?(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::\d{2})?\)?))?$|^(?:posted |updated )?(?:\d{1,3}|an?|one)\s?(?:s|m|h|d|min|mins|minutes?|hours?|hrs?|days?) ago$/i;

const findStampOpening = indexOpenings([TIME_STAMP]);

/**
 * Whether a line is a time of day, or how long ago, and nothing else: it stamps the entry of a live page.
 *
 * @example
 * isTimeStamp('22:45 GMT'); // true
 * isTimeStamp('At 22:45 the power failed.'); // false
 */
export function isTimeStamp(line: string): boolean {
  if (line.length > 60) return false;
  if (findStampOpening(line) !== 0 && TIME_STAMP.test(line)) return true;
  // Live pages add who wrote the entry.
  const clock = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?[\s|·•–—-]{1,4}(?:by\s)?/i.exec(line)?.[0];
  return clock !== undefined && isBareName(line.slice(clock.length));
}

const LONGEST_BYLINE = 120;
const BY =
  /^(?:(?:reported|written|posted|published|story|words|text|report|edited|compiled|analysis|opinion)\s)?(?:(?:by|von|por|par|di|door|przez|av|af|بقلم|автор)(?:\s{0,2}:)?|(?:authors?|autor(?:in|es)?|auteurs?|words|text)\s{0,2}:)\s{1,2}(?=\p{Lu}|\p{Lo}|the\s|staff|admin|\p{L}{1,30}$)/iu;
const ROLE_LINE =
  /^(?:(?:our|staff|special|senior|chief|foreign|political|defen[cs]e|contributing|guest|national|security|world|diplomatic|business|investigative|deputy|managing|associate) ){0,2}(?:correspondent|columnist|contributor|reporter|editor|staff writer|staff reporter|news desk|web desk|newsroom|agencies|staff|redaktion|redacción|redação|rédaction|redazione|online desk|staff report|wire (?:report|service)s?|from wire reports|(?:ap|afp|dpa|reuters|efe|ansa) staff)$/iu;
const AGENCY =
  /^(?:associated press|the associated press|ap|afp|agence france-presse|reuters|dpa|efe|ansa|tass|xinhua|upi|bloomberg|interfax|anadolu(?: agency)?|kyodo|apa|sda|keystone-sda|pap|ptI|ani|ians)(?:\s?[-–—/,&]\s?(?:afp|ap|dpa|reuters|efe|staff|agencies|apa|sda))?\s?[-–—]?$/iu;

/** `World desk`, `Gulf Courier newsroom`, `Veles Post / Security desk`: names, and in small letters who they are. */
const DESK_LINE =
  /^(?:[\p{Lu}\p{N}][\p{L}\p{N}.'’-]{0,20}(?:\s|\s?[/|–—]\s?|\s-\s)){1,5}(?:desk|newsroom|bureau|news team|staff)$|^(?:\p{Lu}[\p{L}.'’-]{1,20}\s){1,2}(?:Newsroom|News Desk|Web Desk|Online Desk)$/u;

const DESK_END = /(?:desk|newsroom|bureau|team|staff|Newsroom|Desk)$/;

const findBylineOpenings = indexOpenings([ROLE_LINE, AGENCY, BY]);

/** How long a text takes to read, which stands beside who wrote it. */
const READING_TIME = /[\s|·•,–—-]{1,4}\d{1,3}[\s-]min(?:ute)?s?(?: read)?$/i;

/**
 * The name in a line that says who wrote it, if the line does nothing else.
 *
 * @example
 * findByline('By Staff'); // 'Staff'
 * findByline('By Friday the port was open again.'); // undefined
 */
export function findByline(line: string): string | undefined {
  if (line.length > LONGEST_BYLINE) return undefined;
  // Markup that glues "By" to the name is common.
  const text = line
    .trim()
    .replace(/^[\s|•·–—-]{1,5}/u, '')
    .replace(/^(By|Von)(?=\p{Lu}\p{Ll}|\p{Lu}\.)/u, '$1 ');
  const openings = findBylineOpenings(text);
  if ((openings & 1) !== 0 && ROLE_LINE.test(text)) return trimName(text);
  if ((openings & 2) !== 0 && AGENCY.test(text)) return trimName(text);
  const desk = text.replace(READING_TIME, '');
  if (DESK_END.test(desk) && DESK_LINE.test(desk)) return desk;
  const by = (openings & 4) === 0 ? null : BY.exec(text);
  if (by === null) return undefined;
  const name = text.slice(by[0].length);
  return isName(name) ? trimName(name) : undefined;
}

const PARTICLES: ReadonlySet<string> = new Set([
  'and', 'und', 'y', 'et', 'e', 'i', 'the', 'of', 'for', 'in', 'at', 'de', 'del', 'la', 'van', 'von', 'der', 'den', 'da', 'dos', 'di', 'bin', 'al', 'el', 'le', 'du', 'zu', 'with', 'staff', 'writer', 'reporter', 'correspondent', 'editor', 'our', 'news', 'desk', 'team', 'ter', 'special', 'to', 'admin', 'agencies',
]); // biome-ignore format: a table

/** Words a byline never begins with: they are times and places. */
const NOT_NAMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|law|contrast|then|now|the (?:end|time|way|same))\b/i;

/**
 * Whether a line is a person's name and nothing else, by its shape: two to four words with capitals.
 *
 * @example
 * isBareName('Ilse de Graaf'); // true
 */
export function isBareName(line: string): boolean {
  return /^\p{Lu}[\p{Ll}’'-]{1,20}(?:\s(?:\p{Lu}\.|(?:Mc|Mac|O['’]|\p{Lu}\p{Ll}{1,20}-)?\p{Lu}[\p{Ll}’'-]{1,20}|de|van|der|von|al|bin)){1,3}$/u.test(
    line,
  );
}

/** How agencies close a report: (Reporting by …; editing by …). */
const CLOSING_CREDIT =
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by \p{Lu}[^.]{0,300}(?:editing|writing|reporting)?[^.]{0,100}\.?\)?\.?$/iu;

/** `Ann Example in Veles and The Associated Press contributed to this report.` */
const CONTRIBUTED =
  /^\(?\p{Lu}[^.!?]{2,250}\b(?:also |have |has )?contributed (?:reporting|to (?:this|the) (?:report|story|article|post|coverage))(?: from \p{Lu}[^.!?]{1,60})?\.?\)?\.?$/u;

/** `With Post wires`, `With reporting from The Example Agency`. */
const WITH_WIRES =
  /^\(?with (?:(?:additional )?reporting (?:by|from)\b.{1,120}|(?:\p{Lu}[\p{L}.]{1,20}\s){0,3}wires?(?: services| reports)?)\.?\)?$/iu;

const findCreditOpenings = indexOpenings([CLOSING_CREDIT, WITH_WIRES]);

/** Whether a line names those who made a report. */
export function isClosingCredit(line: string): boolean {
  if (line.length > 450) return false;
  const openings = findCreditOpenings(line);
  return (
    ((openings & 1) !== 0 && CLOSING_CREDIT.test(line)) ||
    ((openings & 2) !== 0 && WITH_WIRES.test(line)) ||
    (line.includes('contributed') && CONTRIBUTED.test(line))
  );
}

const AUTHOR_NOTE =
  /\b(?:follow (?:him|her|them|us|me)\b|(?:can|may) be (?:reached|contacted) (?:at|on|via|by)|e-?mail (?:him|her|them|\p{Lu}\p{Ll}+ \p{Lu})|(?:is|are) (?:a|an|the) [^.]{0,80}(?:writer|reporter|correspondent|columnist|editor|journalist|contributor|freelancer)\b[^.]{0,60}(?:at|for|of|with|based|who|covering)\b)/iu;

/** One of these stands in each of them, and they are quick to look for. */
const AUTHOR_SIGN =
  /follow |reached|contacted|mail |writer|reporter|correspondent|columnist|editor|journalist|contributor|freelancer/i;

/** Whether a line at the end of a text is about its author. */
export function isAuthorNote(line: string): boolean {
  return line.length <= 450 && AUTHOR_SIGN.test(line) && AUTHOR_NOTE.test(line);
}

/** Names are a few words with capitals, and no sentence. */
function isName(text: string): boolean {
  const bare = text.replace(/[,|•·(–—-].*$/su, '').trim();
  if (bare === '' || NOT_NAMES.test(bare) || /[!?;]|\.\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text)) return false;
  const words = bare.split(/\s+/);
  if (words.length > 9 || (/\.$/.test(bare) && words.length > 4)) return false;
  return words.every(
    (word) =>
      /^["“'(]?[\p{Lu}\p{Lo}\p{N}]/u.test(word) ||
      PARTICLES.has(word.toLowerCase().replace(/[.,]/g, '')) ||
      words.length === 1,
  );
}

function trimName(text: string): string {
  return text
    .replace(/\s*[|•·].*$/su, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
}
