import { existsSync } from 'node:fs';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { BlankEnv } from 'hono/types';
import { exceptPublic, makeAccessGuard } from './access.ts';
import { makeAudit } from './audit.ts';
import { makeCompression } from './compression.ts';
import { LOCAL_HOSTS, makeHostGuard, makeSecurityHeaders, makeSiteGuard } from './guard.ts';
import { makeOpenApiDocument } from './openapi.ts';
import { makeErrorHandler, makeProblemResponse } from './problem.ts';
import { registerAccounts } from './routes/accounts.ts';
import { registerActors } from './routes/actors.ts';
import { registerAudit } from './routes/audit.ts';
import { registerBriefDrafts } from './routes/brief-drafts.ts';
import { registerDefinitions } from './routes/definitions.ts';
import { registerDescription } from './routes/description.ts';
import { registerDocuments } from './routes/documents.ts';
import { registerExports } from './routes/exports.ts';
import { registerGrades } from './routes/grades.ts';
import { registerJudgements } from './routes/judgements.ts';
import { registerMap } from './routes/map.ts';
import { registerPages } from './routes/pages.ts';
import { registerPicture } from './routes/picture.ts';
import { registerReadings } from './routes/readings.ts';
import { registerReplay } from './routes/replay.ts';
import { registerReviews } from './routes/reviews.ts';
import { registerSavedSearches } from './routes/saved-searches.ts';
import { registerSearch } from './routes/search.ts';
import { registerSession } from './routes/session.ts';
import { registerSourceBook } from './routes/source-book.ts';
import { registerStatus } from './routes/status.ts';
import { registerTogether } from './routes/together.ts';
import { registerWarning } from './routes/warning.ts';
import { BASE, type Service } from './service.ts';
import { serveWorkbench } from './workbench.ts';

export interface AppOptions extends Service {
  /** Folder of the built workbench; without it (or where it is not there) only the API is served. */
  readonly webFolder?: string;
  /** Host names under which the server answers, beside those of the own machine. */
  readonly allowedHosts?: readonly string[];
  /** Where failures that are not the caller's are written; the error output if absent. */
  readonly log?: (line: string) => void;
}

function makeValidatedApp(): OpenAPIHono<BlankEnv> {
  return new OpenAPIHono<BlankEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map((issue) => ({
        field: issue.path.map(String).join('.') || result.target,
        detail: issue.message,
      }));
      const fields = errors.map((error) => `${error.field}: ${error.detail}`).join('; ');
      return makeProblemResponse('bad-request', c.req.path, { detail: `${fields}.`, errors });
    },
  });
}

/**
 * The API and the workbench as one web application. It listens nowhere: hand it to `serveApp`, or call
 * `app.request('/api/v1/status')`.
 *
 * @example
 * const app = createApp({ store, engine, desk, name: 'tocsin 0.1.0', now: () => new Date().toISOString() });
 */
export function createApp(options: AppOptions): Hono {
  const log = options.log ?? ((line) => process.stderr.write(`${line}\n`));
  const app = makeValidatedApp();
  app.onError(makeErrorHandler(log));
  app.notFound((c) =>
    makeProblemResponse('not-found', c.req.path, {
      detail: `${c.req.method} ${c.req.path} is no address here. All of them stand at ${BASE}/docs.`,
    }),
  );

  app.use(makeSecurityHeaders());
  app.use(makeCompression());
  // Around the guards: what they refuse is written down too.
  app.use(`${BASE}/*`, makeAudit({ store: options.store, now: options.now, log }));
  const guards = [
    makeHostGuard([...LOCAL_HOSTS, ...(options.allowedHosts ?? [])]),
    makeSiteGuard(),
    makeAccessGuard(options),
  ];
  app.use(...exceptPublic(options.public ?? [], guards));
  app.use(`${BASE}/*`, etag());
  app.use(`${BASE}/*`, async (c, next) => {
    await next();
    // The same address may answer otherwise once more is known: kept, but asked about each time.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache');
  });

  registerWarning(app, options);
  registerBriefDrafts(app, options);
  registerExports(app, options);
  registerReplay(app, options);
  registerDefinitions(app, options);
  registerSourceBook(app, options);
  registerPicture(app, options);
  registerActors(app, options);
  registerMap(app, options);
  registerJudgements(app, options);
  registerTogether(app, options);
  registerReviews(app, options);
  registerGrades(app, options);
  registerDocuments(app, options);
  registerPages(app, options);
  registerSearch(app, options);
  registerSavedSearches(app, options);
  registerReadings(app, options);
  registerSession(app, options);
  registerAccounts(app, options);
  registerAudit(app, options);
  registerStatus(app, options);
  registerDescription(app, makeOpenApiDocument(options.name.split(' ').at(-1) ?? options.name));
  app.all('/api/*', (c) => c.notFound());

  if (options.webFolder !== undefined && existsSync(options.webFolder))
    serveWorkbench(app, options.webFolder);
  return app;
}
