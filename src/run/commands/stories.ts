import type { Desk, PictureList, PictureRequest } from '../../model/desk.ts';
import { PageError } from '../../model/errors.ts';
import { parseAsOf } from '../as-of.ts';
import { chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatIncident, formatIncidents, formatStories, formatStory } from '../print/stories.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface PictureOptions {
  readonly asOf?: string;
  readonly country?: string;
  readonly limit?: string;
  readonly format?: Format;
}

/** `tocsin stories`: what the documents are about, or one story with its tree. */
export async function runStories(
  id: string | undefined,
  options: PictureOptions,
  session: Session,
): Promise<ExitCode> {
  const request = makeRequest(options);
  return showPicture({ id, request, format: options.format }, session, {
    makeUnknown: (story) => makeUnknown(story, 'story'),
    list: (desk, request) => desk.listStories(request),
    get: (desk, story, asOf) => desk.getStory(story, asOf),
    formatList: formatStories,
    formatOne: formatStory,
  });
}

/** `tocsin incidents`: what is said to have happened or to be coming, or one incident with its tree and figures. */
export async function runIncidents(
  id: string | undefined,
  options: PictureOptions,
  session: Session,
): Promise<ExitCode> {
  const request = makeRequest(options);
  return showPicture({ id, request, format: options.format }, session, {
    makeUnknown: (incident) => makeUnknown(incident, 'incident'),
    list: (desk, request) => desk.listIncidents(request),
    get: (desk, incident, asOf) => desk.getIncident(incident, asOf),
    formatList: formatIncidents,
    formatOne: formatIncident,
  });
}

/** What of the picture is shown, and how. */
interface Kind<Request extends PictureRequest, Row, One> {
  readonly list: (desk: Desk, request: Request) => Promise<PictureList<Row>>;
  readonly get: (desk: Desk, id: string, asOf: string | undefined) => Promise<One | undefined>;
  readonly makeUnknown: (id: string) => PageError;
  readonly formatList: (list: PictureList<Row>, form: Terminal) => string;
  readonly formatOne: (one: One, form: Terminal) => string;
}

/** Prints a list of the picture or, by its id, one of it. */
export async function showPicture<Request extends PictureRequest, Row, One>(
  asked: { readonly id: string | undefined; readonly request: Request; readonly format: Format | undefined },
  { config, context }: Session,
  kind: Kind<Request, Row, One>,
): Promise<ExitCode> {
  const { id, request } = asked;
  const isJson = chooseFormat(asked.format, context) === 'json';
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
      if (one === undefined) throw kind.makeUnknown(id);
      return isJson ? formatJsonLine(one) : kind.formatOne(one, context.out);
    },
  });
  await context.out.write(text);
  return EXIT.ok;
}

const makeUnknown = (id: string, what: 'story' | 'incident'): PageError =>
  new PageError(
    clean(id).slice(0, 80),
    `no ${what} of that id is known (then)`,
    `tocsin ${what === 'story' ? 'stories' : 'incidents'} lists those that are.`,
  );

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
