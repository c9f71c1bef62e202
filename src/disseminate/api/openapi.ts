import { OpenAPIHono } from '@hono/zod-openapi';
import { accountRoutes } from './routes/accounts.ts';
import { actorRoutes } from './routes/actors.ts';
import { auditRoutes } from './routes/audit.ts';
import { briefDraftRoutes } from './routes/brief-drafts.ts';
import { definitionRoutes } from './routes/definitions.ts';
import { descriptionRoutes } from './routes/description.ts';
import { documentRoutes } from './routes/documents.ts';
import { exportRoutes } from './routes/exports.ts';
import { gradeRoutes } from './routes/grades.ts';
import { judgementRoutes } from './routes/judgements.ts';
import { mapRoutes } from './routes/map.ts';
import { pageRoutes } from './routes/pages.ts';
import { pictureRoutes } from './routes/picture.ts';
import { readingRoutes } from './routes/readings.ts';
import { replayRoutes } from './routes/replay.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { savedSearchRoutes } from './routes/saved-searches.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { sourceBookRoutes } from './routes/source-book.ts';
import { statusRoutes } from './routes/status.ts';
import { togetherRoutes } from './routes/together.ts';
import { warningRoutes } from './routes/warning.ts';

/** Every route of the API, in the order in which the reference lists them. */
const ROUTES = [
  ...warningRoutes,
  ...replayRoutes,
  ...exportRoutes,
  ...briefDraftRoutes,
  ...definitionRoutes,
  ...sourceBookRoutes,
  ...pictureRoutes,
  ...actorRoutes,
  ...mapRoutes,
  ...judgementRoutes,
  ...togetherRoutes,
  ...reviewRoutes,
  ...gradeRoutes,
  ...documentRoutes,
  ...pageRoutes,
  ...searchRoutes,
  ...savedSearchRoutes,
  ...readingRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...statusRoutes,
  ...descriptionRoutes,
];

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/**
 * The OpenAPI 3.1 description of the API. It needs no store and no server.
 *
 * @example
 * makeOpenApiDocument('0.1.0').paths?.['/api/v1/status']?.get?.summary; // 'Get version and counts'
 */
export function makeOpenApiDocument(version: string): OpenApiDocument {
  const app = new OpenAPIHono();
  for (const route of ROUTES) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Tocsin',
      version,
      description:
        'Warning problems, what is reported, what was read in each document, and the words each finding stands on. Offsets are UTF-16 code units ' +
        'into the document text, end exclusive. An unknown value is an absent field.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: [
      {
        name: 'Warning',
        description: 'What is watched: the board, assessments, briefs, the record, alerts, sources.',
      },
      {
        name: 'Picture',
        description: 'What many documents say together: stories, incidents, origins, actors.',
      },
      {
        name: 'Sources',
        description: 'Who is heard, what rests on each, and the list of those that are asked.',
      },
      { name: 'Map', description: 'Where and when: incidents and threats, and the areas that are watched.' },
      { name: 'Decisions', description: 'What people of the desk decided: who, when and why.' },
      {
        name: 'Together',
        description: 'What people say to each other, give each other to do, and look at twice.',
      },
      {
        name: 'Documents',
        description: 'What was kept: texts, readings, versions, sightings, pages as seen.',
      },
      { name: 'Search', description: 'Find documents by their words and by what was read in them.' },
      { name: 'Reading', description: 'Read a page now.' },
      { name: 'Exports', description: 'Warnings and data in formats of others.' },
      { name: 'Accounts', description: 'Who may log in, who is logged in, and who did what.' },
      { name: 'Server', description: 'The server and this description.' },
    ],
  });
}
