import { createHash } from 'node:crypto';
import type { OpenApiDocument } from './openapi.ts';
import { listOperations, listSchemas, type Operation, type SchemaTable } from './operations.ts';

const STYLE = `
:root { color-scheme: light dark; --ground: #fafaf8; --surface: #fff; --line: #e2e1dc; --text: #1b1a18;
  --muted: #5c5a54; --accent: #1f4f99 }
@media (prefers-color-scheme: dark) { :root { --ground: #131312; --surface: #1c1c1a; --line: #33322e;
  --text: #edece8; --muted: #a8a59d; --accent: #8db4f5 } }
body { margin: 0 auto; max-width: 960px; padding: 24px 16px 64px; background: var(--ground); color: var(--text);
  font: 14px/20px -apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, "Noto Sans", Roboto, "Liberation Sans", Arial, sans-serif }
h1 { font-size: 24px; line-height: 32px; margin: 0 0 8px } h2 { font-size: 18px; margin: 40px 0 8px }
h3 { font: 600 14px/20px ui-monospace, monospace; margin: 0; overflow-wrap: anywhere }
a { color: var(--accent) } p { margin: 4px 0 8px; max-width: 70ch } .muted { color: var(--muted) }
section > article { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px;
  margin: 12px 0 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin: 8px 0 4px }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-top: 1px solid var(--line) }
th { color: var(--muted); font-weight: 500 } code { font: 13px/20px ui-monospace, monospace; overflow-wrap: anywhere }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? '');
}

/** A description: text in which `code` may stand. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]{1,200})`/g, '<code>$1</code>');
}

function table(label: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const header = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((html) => `<td>${html}</td>`).join('')}</tr>`).join('\n');
  // A wide table scrolls by itself, and can be reached by keyboard to do so.
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0"><table><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escapeHtml(text)}</code>`;
}

function makeAnchor(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase();
}

function renderOperation(operation: Operation): string {
  const parameters = operation.parameters.map((parameter) => [
    code(parameter.name) + (parameter.required ? ' <span class="muted">required</span>' : ''),
    escapeHtml(parameter.place),
    code(parameter.type),
    prose(parameter.description),
  ]);
  const bodies = operation.bodies.map((body) => [code(body.mediaType), code(body.type)]);
  const answers = operation.answers.map((answer) => [
    code(answer.status),
    code(answer.type),
    prose(answer.description),
  ]);
  return `<article id="${makeAnchor(operation.name)}"><h3>${escapeHtml(operation.name)}</h3>
<p>${prose(operation.summary)}. ${prose(operation.description)}</p>
<p class="muted">Least role: ${escapeHtml(operation.role)}</p>
${table(`Parameters of ${operation.name}`, ['parameter', 'in', 'type', 'meaning'], parameters)}
${table(`Bodies of ${operation.name}`, ['body', 'type'], bodies)}
${table(`Answers of ${operation.name}`, ['status', 'type', 'meaning'], answers)}</article>`;
}

function renderSchema(schema: SchemaTable): string {
  const fields = schema.fields.map((field) => [
    code(field.name) + (field.required ? '' : ' <span class="muted">optional</span>'),
    code(field.type),
    prose(field.description),
  ]);
  const body =
    fields.length > 0
      ? table(`Fields of ${schema.name}`, ['field', 'type', 'meaning'], fields)
      : code(schema.type);
  return `<article id="schema-${makeAnchor(schema.name)}"><h3>${escapeHtml(schema.name)}</h3>
<p>${prose(schema.description)}</p>${body}</article>`;
}

/** The reference as one page without scripts, and the policy under which it may be shown. */
export function makeDocsPage(openApi: OpenApiDocument): { readonly html: string; readonly policy: string } {
  const operations = listOperations(openApi);
  const groups = (openApi.tags ?? []).map((tag) => {
    const own = operations.filter((operation) => operation.group === tag.name);
    return `<section><h2>${escapeHtml(tag.name)}</h2><p class="muted">${escapeHtml(tag.description ?? '')}</p>
${own.map(renderOperation).join('\n')}</section>`;
  });
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(openApi.info.title)} API</title><style>${STYLE}</style></head><body>
<header><h1>${escapeHtml(openApi.info.title)} API <span class="muted">${escapeHtml(openApi.info.version)}</span></h1>
<p>${escapeHtml(openApi.info.description ?? '')}</p>
<p><a href="/">Workbench</a> · <a href="openapi.json">OpenAPI 3.1</a></p></header>
<main>${groups.join('\n')}
<section><h2>Schemas</h2>${listSchemas(openApi).map(renderSchema).join('\n')}</section></main></body></html>
`;
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html, policy };
}
