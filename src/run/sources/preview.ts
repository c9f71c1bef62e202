import { isIP } from 'node:net';
import { type OutlinedFeed, readOpml } from '../../collect/feed/opml.ts';
import { isPublicAddress } from '../../collect/fetch/addresses.ts';
import { compareAddress, makeDraftSource, pickFitting } from '../../direct/sources/drafts.ts';
import { SourcesError } from '../../direct/sources/error.ts';
import { MAX_SOURCES, parseSources } from '../../direct/sources/parse.ts';
import { PageError } from '../../model/errors.ts';
import type { Source } from '../../model/source.ts';
import type {
  SourceDraft,
  SourceFault,
  SourceList,
  SourcesGiven,
  SourcesPreview,
} from '../../model/source-book.ts';

interface Placed {
  readonly draft: SourceDraft;
  readonly line?: number;
}

/** What would be added to a list, with what is known already and what is wrong. Nothing is fetched. */
export function previewSources(
  given: SourcesGiven,
  { list, allowPrivate }: { readonly list: SourceList; readonly allowPrivate: boolean },
): SourcesPreview {
  const { placed, faults } = takeGiven(given);
  const found: SourceFault[] = [...faults];
  const rows: SourcesPreview['rows'][number][] = [];
  const ids = new Set(list.sources.map(({ id }) => id));
  const feeds = new Map(list.sources.map(({ id, feed }) => [compareAddress(feed), id]));
  for (const { draft, line } of placed) {
    const at = line === undefined ? {} : { line };
    const known = feeds.get(compareAddress(draft.feed));
    // What is there already needs no id of its own.
    const { source, faults: own } = makeDraftSource(known === undefined ? draft : omitId(draft), ids);
    const fault = source === undefined ? undefined : findPrivate(source, allowPrivate);
    for (const each of fault === undefined ? own : [{ message: fault }])
      found.push({ ...at, message: `${draft.name}: ${each.message}` });
    if (source === undefined || fault !== undefined) continue;
    rows.push({ source, ...at, ...(known === undefined ? {} : { known }) });
    if (known !== undefined) continue;
    ids.add(source.id);
    feeds.set(compareAddress(source.feed), source.id);
  }
  const added = rows.filter(({ known }) => known === undefined).length;
  if (list.sources.length + added > MAX_SOURCES)
    found.push({ message: `the list would have more than ${MAX_SOURCES} sources` });
  return { kind: 'sources preview', base: list.version, rows, faults: found };
}

function omitId({ id: _, ...draft }: SourceDraft): SourceDraft {
  return draft;
}

function takeGiven(given: SourcesGiven): {
  readonly placed: readonly Placed[];
  readonly faults: readonly SourceFault[];
} {
  if ('drafts' in given) return { placed: given.drafts.map((draft) => ({ draft })), faults: [] };
  try {
    if (given.form === 'opml')
      return { placed: readOpml(given.text, 'the file').map(makePlaced), faults: [] };
    const sources = parseSources(given.text, 'the file');
    return { placed: sources.map(({ kind: _, ...draft }) => ({ draft })), faults: [] };
  } catch (error) {
    if (error instanceof PageError) return { placed: [], faults: [{ message: error.message }] };
    if (!(error instanceof SourcesError)) throw error;
    return { placed: [], faults: error.problems.map(({ line, problem }) => ({ line, message: problem })) };
  }
}

/** A feed without a name goes by its host, and what of the rest does not fit is left out: the list is another program's. */
function makePlaced({ feed, name, homepage, language, every, line, ...rest }: OutlinedFeed): Placed {
  const host = URL.canParse(feed) ? new URL(feed).hostname.replace(/^www\./, '') : feed;
  const code = /^([a-z]{2})(?:[-_]|$)/i.exec(language ?? '')?.[1]?.toLowerCase();
  const isPage = homepage !== undefined && /^https?:\/\/[^@\s]+$/i.test(homepage) && URL.canParse(homepage);
  const plain = name?.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return {
    draft: {
      name: plain === undefined || plain === '' ? host.slice(0, 200) : plain.slice(0, 200),
      feed,
      ...(isPage ? { homepage } : {}),
      ...(code === undefined ? {} : { language: code }),
      ...pickFitting({ ...rest, ...(every === undefined ? {} : { every: Number(every) }) }),
    },
    ...(line === undefined ? {} : { line }),
  };
}

/** Why a source may not be added by whoever is no owner of the machine; what its name leads to is looked at when it is asked. */
function findPrivate(
  { feed, homepage, allowPrivate: asks }: Source,
  allowPrivate: boolean,
): string | undefined {
  if (allowPrivate) return undefined;
  const rule = 'only the setting allowPrivate, or the file itself, opens those';
  if (asks) return `it wants addresses of this machine or network; ${rule}`;
  const closed = [feed, homepage].find(
    (address) => address !== undefined && isPrivateHost(new URL(address).hostname),
  );
  return closed === undefined ? undefined : `${closed} is an address of this machine or network; ${rule}`;
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return !host.includes('.') || /\.(?:localhost|local|internal|home\.arpa|lan)$/i.test(host);
}
