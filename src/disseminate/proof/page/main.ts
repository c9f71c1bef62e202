import type { KeyStanding } from '../../../model/key.ts';
import { formatDate } from '../../../text/dates.ts';
import type { Trusted } from '../judge.ts';
import { extendTrust } from '../pack/trust.ts';
import { readPlainJson } from '../signed.ts';
import { listSignedFacts, type ToldVerdict, tellVerdict } from '../verdict.ts';
import { checkChain, checkSigned, findSupport, readTypedKey } from './check.ts';
import { WORDS } from './words.ts';

/** A file as it was given. */
interface Given {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Shown extends ToldVerdict {
  readonly name: string;
  /** In place of the word for the mark. */
  readonly head?: string;
  readonly facts?: readonly string[];
}

const SIGNATURE_BYTES = 64;
const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;

/** Files that were given and are no keys: checked again when keys come in. */
let subjects: readonly Given[] = [];
/** What the chains say that were given or came with the page. */
let chained: readonly KeyStanding[] = [];
/** The chain that came with a saved page: others vouch for more keys only as far as they follow from it. */
let carried: readonly KeyStanding[] = [];
let chainNotes: readonly Shown[] = [];

async function start(): Promise<void> {
  const support = await findSupport();
  if (support !== 'yes') {
    byId('support').textContent = support === 'insecure' ? WORDS.insecure : WORDS.noEd25519;
    byId('support').hidden = false;
    byId<HTMLFieldSetElement>('given').disabled = true;
    return;
  }
  const files = byId<HTMLInputElement>('files');
  files.addEventListener('change', () => void take([...(files.files ?? [])]));
  byId('key').addEventListener('input', () => void show());
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  const own = document.getElementById('chain')?.textContent?.trim() ?? '';
  if (own !== '') await takeChain({ name: 'desk-keys.json', bytes: new TextEncoder().encode(own) });
  carried = chained;
  await show();
}

async function take(files: readonly File[]): Promise<void> {
  const given = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const others: Given[] = [];
  for (const each of given) if (!(await takeChain(each))) others.push(each);
  // A file that was given before under a name is given anew.
  const names = new Set(others.map(({ name }) => name));
  subjects = [...subjects.filter(({ name }) => !names.has(name)), ...others];
  await show();
}

/** Takes a chain of keys for what it is; answers false for anything else. */
async function takeChain({ name, bytes }: Given): Promise<boolean> {
  const read = readPlainJson(bytes);
  if (!('value' in read) || (read.value as { readonly kind?: unknown } | null)?.kind !== 'key chain')
    return false;
  const chain = await checkChain(read.value);
  if (typeof chain === 'string') {
    chainNotes = [...chainNotes, { name, mark: 'bad', text: WORDS.badChain(chain) }];
    return true;
  }
  // The last that was given counts: it may tell what an earlier copy does not know yet.
  const keys = new Set(chain.keys.map(({ key }) => key));
  chained = [...chained.filter((each) => !keys.has(each.key)), ...chain.keys];
  chainNotes = [
    ...chainNotes.filter((note) => note.name !== name),
    { name, mark: 'good', text: WORDS.newChain },
  ];
  return true;
}

async function show(): Promise<void> {
  const typed = byId<HTMLInputElement>('key').value;
  const key = readTypedKey(typed);
  const isBad = typed.trim() !== '' && key === undefined;
  byId('key-problem').textContent = isBad ? WORDS.badKey : '';
  byId('key').setAttribute('aria-invalid', String(isBad));
  const trusted = chooseTrusted(key);
  showKeys(trusted);
  const isAnchored = key !== undefined || carried.length > 0;
  const results = chainNotes.map((note) => (note.mark === 'bad' ? note : tellChain(note, isAnchored)));
  for (const each of subjects) {
    const told = await check(each, trusted);
    if (told !== undefined) results.push(told);
  }
  byId('results').replaceChildren(...results.map(makeResult));
}

/** A key that somebody types, or the chain that came with the page, is where trust begins; else a chain that is given is taken at its word. */
function chooseTrusted(key: string | undefined): readonly Trusted[] {
  if (key !== undefined) return extendTrust([key], chained);
  return carried.length > 0 ? extendTrust(carried, chained) : chained;
}

async function check({ name, bytes }: Given, trusted: readonly Trusted[]): Promise<Shown | undefined> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { name, mark: 'warn', text: WORDS.zip };
  if (bytes.length === SIGNATURE_BYTES && name.endsWith('.sig')) {
    const isPaired = subjects.some((each) => `${each.name}.sig` === name);
    return isPaired ? undefined : { name, mark: 'warn', text: WORDS.strayed };
  }
  const beside = subjects.find((each) => each.name === `${name}.sig`)?.bytes;
  const found = await checkSigned(bytes, { beside, trusted });
  const told = tellVerdict(found);
  const facts = found.state === 'trusted' ? { facts: listSignedFacts(found.content) } : {};
  const isManifest =
    found.state === 'trusted' && (found.content as { readonly kind?: unknown }).kind === 'evidence pack';
  return { name, ...told, ...(isManifest ? { more: WORDS.manifest } : {}), ...facts };
}

function tellChain(note: Shown, isAnchored: boolean): Shown {
  return isAnchored
    ? { ...note, head: WORDS.chainHolds }
    : { ...note, mark: 'warn', head: WORDS.chainTaken, more: WORDS.askDesk };
}

function showKeys(trusted: readonly Trusted[]): void {
  const lines = trusted.map((each) => {
    const { key, from, until, revoked } = typeof each === 'string' ? { key: each } : (each as KeyStanding);
    if (from === undefined) return `${key} · ${WORDS.alone}`;
    const state =
      revoked !== undefined
        ? WORDS.revoked(formatDate(revoked.from), revoked.reason)
        : until === undefined
          ? WORDS.inUse
          : WORDS.replaced(formatDate(until));
    return `${key} · ${state}`;
  });
  byId('keys-head').textContent = lines.length === 0 ? WORDS.noKeys : WORDS.keys(lines.length);
  byId('keys').replaceChildren(...lines.map((line) => makeElement('li', line)));
}

function makeResult({ name, mark, text, more, head = WORDS.marks[mark], facts = [] }: Shown): HTMLElement {
  const item = makeElement('li', '');
  item.className = mark;
  item.append(makeElement('strong', head), makeElement('span', name), makeElement('p', `${text}.`));
  if (more !== undefined) item.append(makeElement('p', more.endsWith('.') ? more : `${more}.`));
  if (facts.length > 0) item.append(makeElement('p', facts.join(' · ')));
  return item;
}

/** Words of files stand in it as text, never as markup. */
function makeElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  element.dir = 'auto';
  return element;
}

void start();
