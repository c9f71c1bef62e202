import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Hash } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { findContradictions } from './checks.ts';
import { type ProblemFault, ProblemFileError } from './errors.ts';
import { suggest } from './finding.ts';
import { problemSchema } from './schema.ts';
import { type Path, parseTree, type SourceTree } from './tree.ts';

/** Faults of one file that are told; more say nothing new. */
const MOST_FAULTS = 50;

/** A problem with the place in its file where each part of it stands. */
export interface ReadProblem {
  readonly problem: Problem;
  readonly text: string;
  readonly findLine: SourceTree['findLine'];
}

/**
 * Reads one warning problem from YAML. Throws a ProblemFileError that names every fault with its line.
 *
 * @example
 * const problem = parseProblem(text, 'problems/us-sites-iraq.yaml');
 */
export function parseProblem(text: string, file: string): Problem {
  return readProblem(text, file).problem;
}

/** As `parseProblem`, for whoever has to point into the file later. */
export function readProblem(text: string, file: string): ReadProblem {
  const tree = parseTree(text.replace(/^\ufeff/, ''), file);
  const parsed = problemSchema.safeParse(tree.value);
  if (!parsed.success) {
    throw makeError(
      file,
      parsed.error.issues.flatMap((issue) => tellIssue(issue, tree)),
    );
  }
  const findings = findContradictions(parsed.data);
  if (findings.length > 0) {
    throw makeError(
      file,
      findings.map(({ path, message }) => tellFault(tree, path, message)),
    );
  }
  const problem = Object.freeze({
    kind: 'problem' as const,
    ...parsed.data,
    version: hashProblemText(text),
    file,
  });
  return { problem, text, findLine: tree.findLine };
}

/** Hash of a problem file: what forecasts name as the version that they were made with. */
export function hashProblemText(text: string): Hash {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function makeError(file: string, faults: readonly ProblemFault[]): ProblemFileError {
  const ordered = faults.toSorted((a, b) => a.line - b.line);
  return new ProblemFileError(file, ordered.slice(0, MOST_FAULTS));
}

function tellFault(tree: SourceTree, path: Path, message: string): ProblemFault {
  return {
    line: tree.findLine(path),
    message: path.length === 0 ? message : `${showPath(path)}: ${message}`,
  };
}

function tellIssue(issue: z.core.$ZodIssue, tree: SourceTree): readonly ProblemFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: tree.findLine([...issue.path, key], 'key'),
      message: `${showPath([...issue.path, key])}: there is no such field${suggest(key, listFields(issue.path))}`,
    }));
  }
  return [tellFault(tree, issue.path, describeIssue(issue, readPath(tree.value, issue.path)))];
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  const shown = showValue(value);
  switch (issue.code) {
    case 'invalid_value': {
      const known = issue.values.map(String);
      const hint = typeof value === 'string' ? suggest(value, known) : '';
      return `${shown} is none of its values${hint === '' ? ` (${known.join(', ')})` : hint}`;
    }
    case 'invalid_type':
      return `${shown} should be ${nameType(issue.expected)}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'is empty'
        : `${shown} is too low: it must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `is too long: at most ${issue.maximum} ${issue.origin === 'array' ? 'values' : 'characters'}`
        : `${shown} is too high: it must be at most ${issue.maximum}`;
    case 'invalid_format':
      return `${shown} is not written as it should be (${'pattern' in issue ? issue.pattern : issue.format})`;
    default:
      return `${shown}: ${issue.message}`;
  }
}

function nameType(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text (in quotation marks where it looks like a number or a date)',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'fields with their values',
  };
  return names[expected] ?? expected;
}

function showValue(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function readPath(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** `indicators[2].match[0].words`. */
function showPath(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

/** Names of the fields that may stand at a path. */
function listFields(path: Path): readonly string[] {
  let schema: unknown = problemSchema;
  for (const step of path) {
    schema = unwrap(schema);
    if (schema instanceof z.ZodObject) schema = schema.shape[String(step)];
    else if (schema instanceof z.ZodArray) schema = schema.element;
  }
  schema = unwrap(schema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodExactOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner;
}
