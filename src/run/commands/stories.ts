import type { Desk, PictureRequest } from '../../model/desk.ts';
import { PageError } from '../../model/errors.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatIncident, formatIncidents, formatStories, formatStory } from '../print/stories.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface PictureOptions {
  readonly asOf?: string;
  readonly country?: string;
  readonly limit?: string;
  readonly format?: Format;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** `tocsin stories`: what the documents are about, or one story with its tree. */
export async function runStories(
  id: string | undefined,
  options: PictureOptions,
  session: Session,
): Promise<ExitCode> {
  return show(
    id,
    { options, session },
    {
      what: 'story',
      list: (desk, request) => desk.listStories(request),
      get: (desk, story, asOf) => desk.getStory(story, asOf),
      formatList: formatStories,
      formatOne: formatStory,
    },
  );
}

/** `tocsin incidents`: what is said to have happened or to be coming, or one incident with its tree and figures. */
export async function runIncidents(
  id: string | undefined,
  options: PictureOptions,
  session: Session,
): Promise<ExitCode> {
  return show(
    id,
    { options, session },
    {
      what: 'incident',
      list: (desk, request) => desk.listIncidents(request),
      get: (desk, incident, asOf) => desk.getIncident(incident, asOf),
      formatList: formatIncidents,
      formatOne: formatIncident,
    },
  );
}

/** What of the picture is shown, and how. */
interface Kind<Row, One> {
  readonly what: 'story' | 'incident';
  readonly list: (
    desk: Desk,
    request: PictureRequest,
  ) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
  readonly get: (desk: Desk, id: string, asOf: string | undefined) => Promise<One | undefined>;
  readonly formatList: (
    list: { readonly rows: readonly Row[]; readonly total: number },
    form: Terminal,
  ) => string;
  readonly formatOne: (one: One, form: Terminal) => string;
}

async function show<Row, One>(
  id: string | undefined,
  { options, session }: { readonly options: PictureOptions; readonly session: Session },
  kind: Kind<Row, One>,
): Promise<ExitCode> {
  const { config, context } = session;
  const request = makeRequest(options);
  const isJson = chooseFormat(options.format, context) === 'json';
  const text = await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const desk = await makeDesk({ store, config, now: context.now });
      if (id === undefined) {
        const list = await kind.list(desk, request);
        return isJson
          ? list.rows.map((row) => formatJsonLine(row)).join('')
          : kind.formatList(list, context.out);
      }
      const one = await kind.get(desk, id, request.asOf);
      if (one === undefined) throw makeUnknown(id, kind.what);
      return isJson ? formatJsonLine(one) : kind.formatOne(one, context.out);
    },
  });
  await context.out.write(text);
  return EXIT.ok;
}

function makeUnknown(id: string, what: Kind<unknown, unknown>['what']): PageError {
  const command = what === 'story' ? 'tocsin stories' : 'tocsin incidents';
  return new PageError(
    clean(id).slice(0, 80),
    `no ${what} of that id is known (then)`,
    `${command} lists those that are.`,
  );
}

/** What a list is asked for, checked. */
export function makeRequest({ asOf, country, limit = '20' }: PictureOptions): PictureRequest {
  const rows = Number(limit);
  if (!Number.isInteger(rows) || rows < 1 || rows > 500)
    throw new UsageError(`--limit ${clean(limit).slice(0, 80)} does not fit`, 'Give a number from 1 to 500.');
  if (country !== undefined && !/^[a-z]{2}$/i.test(country))
    throw new UsageError(
      `--country ${clean(country).slice(0, 80)} is no country code`,
      'Give its two letters (ISO 3166-1): IQ for Iraq.',
    );
  return {
    limit: rows,
    ...(asOf === undefined ? {} : { asOf: parseAsOf(asOf) }),
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
  };
}
