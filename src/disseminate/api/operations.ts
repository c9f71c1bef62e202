import type { OpenApiDocument } from './openapi.ts';
import { findRight } from './rights.ts';

/* The OpenAPI document as rows of a reference: what both the Markdown and the HTML form are written from. */

export interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly type: string;
  readonly description: string;
}

export interface Answer {
  /** Status, or for a body the media type alone. */
  readonly status: string;
  readonly mediaTypes: readonly string[];
  readonly type: string;
  readonly description: string;
}

export interface Operation {
  /** `GET /api/v1/status`. */
  readonly name: string;
  readonly group: string;
  readonly summary: string;
  readonly description: string;
  /** The least role that it takes; `anyone` where nobody has to be logged in. */
  readonly role: string;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly { readonly mediaType: string; readonly type: string }[];
  readonly answers: readonly Answer[];
}

export interface SchemaTable {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly fields: readonly Omit<Parameter, 'place'>[];
}

type Json = Readonly<Record<string, unknown>>;

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A schema in a few characters: `Claim[]`, `"day" | "month"`, `integer`. Schemas of ours nest a few levels at most. */
export function describeType(value: unknown): string {
  const schema = asJson(value);
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((item) => JSON.stringify(item)).join(' | ');
  const choices = [...asList(schema.anyOf), ...asList(schema.oneOf)];
  if (choices.length > 0) return choices.map(describeType).join(' | ');
  const parts = asList(schema.allOf);
  if (parts.length > 0) return describeType(parts.find((part) => '$ref' in asJson(part)) ?? parts[0]);
  if (Array.isArray(schema.prefixItems)) return `[${schema.prefixItems.map(describeType).join(', ')}]`;
  if (schema.type === 'array') {
    const item = describeType(schema.items);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object' && schema.properties !== undefined) {
    const fields = Object.entries(asJson(schema.properties));
    return `{ ${fields.map(([name, field]) => `${name}: ${describeType(field)}`).join('; ')} }`;
  }
  return asText(schema.type) || 'any';
}

function listParameters(operation: Json): readonly Parameter[] {
  return asList(operation.parameters).map((value) => {
    const parameter = asJson(value);
    const schema = asJson(parameter.schema);
    return {
      name: asText(parameter.name),
      place: asText(parameter.in),
      required: parameter.required === true,
      type: describeType(schema),
      description: asText(parameter.description) || asText(schema.description),
    };
  });
}

function listAnswers(operation: Json): readonly Answer[] {
  return Object.entries(asJson(operation.responses)).map(([status, value]) => {
    const response = asJson(value);
    const content = Object.entries(asJson(response.content));
    return {
      status,
      mediaTypes: content.map(([mediaType]) => mediaType),
      type: content.map(([, media]) => describeType(asJson(media).schema))[0] ?? '',
      description: asText(response.description),
    };
  });
}

function makeOperation(method: string, path: string, operation: Json): Operation {
  const content = Object.entries(asJson(asJson(operation.requestBody).content));
  return {
    name: `${method.toUpperCase()} ${path}`,
    group: asText(asList(operation.tags)[0]),
    summary: asText(operation.summary),
    description: asText(operation.description),
    role: findRight(`${method.toUpperCase()} ${path.replace(/^\/api\/v\d+/, '')}`).least,
    parameters: listParameters(operation),
    bodies: content.map(([mediaType, media]) => ({ mediaType, type: describeType(asJson(media).schema) })),
    answers: listAnswers(operation),
  };
}

/** Every operation of the API, in the order of its paths. */
export function listOperations(openApi: OpenApiDocument): readonly Operation[] {
  return Object.entries(asJson(openApi.paths)).flatMap(([path, item]) =>
    Object.entries(asJson(item)).map(([method, operation]) => makeOperation(method, path, asJson(operation))),
  );
}

/** Every named schema with its fields. */
export function listSchemas(openApi: OpenApiDocument): readonly SchemaTable[] {
  return Object.entries(asJson(asJson(openApi.components).schemas)).map(([name, value]) => {
    const schema = asJson(value);
    const required = new Set(asList(schema.required));
    const fields = Object.entries(asJson(schema.properties)).map(([field, fieldSchema]) => ({
      name: field,
      required: required.has(field),
      type: describeType(fieldSchema),
      description: asText(asJson(fieldSchema).description),
    }));
    const type = fields.length > 0 ? 'object' : describeType(schema);
    return { name, description: asText(schema.description), type, fields };
  });
}
