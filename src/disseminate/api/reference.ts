import type { OpenApiDocument } from './openapi.ts';
import { type Answer, listOperations, listSchemas, type Operation, type SchemaTable } from './operations.ts';

/** A table cell: one line, its bars kept from ending it. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function code(text: string): string {
  return text === '' ? '' : `\`${cell(text)}\``;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function renderAnswer(answer: Answer): string {
  const content =
    answer.mediaTypes.length === 0 ? '' : `${code(answer.type)} as ${code(answer.mediaTypes[0] ?? '')}`;
  return row(answer.status, content, cell(answer.description));
}

function renderOperation(operation: Operation): readonly string[] {
  const lines = [`### ${operation.name}`, '', `${operation.summary}.`, ''];
  if (operation.description !== '') lines.push(operation.description, '');
  lines.push(`Least role: ${operation.role}.`, '');
  if (operation.parameters.length > 0) {
    lines.push(row('parameter', 'in', 'type', ''), row('---', '---', '---', '---'));
    for (const parameter of operation.parameters) {
      const need = parameter.required ? ' (required)' : '';
      const facts = [code(parameter.name) + need, parameter.place, code(parameter.type)];
      lines.push(row(...facts, cell(parameter.description)));
    }
    lines.push('');
  }
  if (operation.bodies.length > 0) {
    lines.push(row('body', 'type'), row('---', '---'));
    for (const body of operation.bodies) lines.push(row(code(body.mediaType), code(body.type)));
    lines.push('');
  }
  lines.push(
    row('status', 'answer', ''),
    row('---', '---', '---'),
    ...operation.answers.map(renderAnswer),
    '',
  );
  return lines;
}

function renderSchema(schema: SchemaTable): readonly string[] {
  const lines = [`### ${schema.name}`, ''];
  if (schema.description !== '') lines.push(schema.description, '');
  if (schema.fields.length === 0) return [...lines, `Type: ${code(schema.type)}`, ''];
  lines.push(row('field', 'type', ''), row('---', '---', '---'));
  for (const field of schema.fields) {
    const need = field.required ? '' : '?';
    lines.push(row(code(field.name + need), code(field.type), cell(field.description)));
  }
  return [...lines, ''];
}

/**
 * The reference of the API in Markdown: every route with its parameters and answers, then every schema.
 *
 * @example
 * await writeFile('docs/reference/api.md', renderApiReference(makeOpenApiDocument(version)));
 */
export function renderApiReference(openApi: OpenApiDocument): string {
  const operations = listOperations(openApi);
  const lines = ['# API reference', '', openApi.info.description ?? '', ''];
  lines.push(
    'A server answers under its own machine alone unless told otherwise, sends no CORS headers, and reports ' +
      'problems as `application/problem+json` (RFC 9457). The same description is served at ' +
      '`/api/v1/openapi.json`, and as a page at `/api/v1/docs`. Whoever sits at the machine has the role admin; everybody ' +
      'else logs in, and gets 401 until then and 403 for what their role does not reach. Whatever writes needs the `Origin` of ' +
      'the server and the header `x-tocsin-write: 1`.',
    '',
  );
  for (const tag of openApi.tags ?? []) {
    lines.push(`## ${tag.name}`, '', tag.description ?? '', '');
    for (const operation of operations)
      if (operation.group === tag.name) lines.push(...renderOperation(operation));
  }
  lines.push('## Schemas', '', 'A `?` marks a field that is absent where the value is unknown.', '');
  for (const schema of listSchemas(openApi)) lines.push(...renderSchema(schema));
  return `${lines.join('\n').trimEnd()}\n`;
}
