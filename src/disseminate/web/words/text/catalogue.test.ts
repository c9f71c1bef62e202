import { parseAst } from 'vite';
import { expect, test } from 'vitest';

/* Whatever a person reads stands in the catalogue, and reads as the words of the workbench do. */

const AREAS = import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
});
const SOURCES = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.ts', '!../../words/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const WORDS = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Folders whose words are still in their components. */
const UNMOVED: readonly string[] = [];

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node with what it stands in, from the outside in; types and imports hold nothing that is read. */
function* walk(node: Node, around: readonly Node[] = []): Generator<readonly [Node, readonly Node[]]> {
  if (/^(TSType|TSInterface|TSLiteral|Import)/.test(node.type)) return;
  yield [node, around];
  const inside = [...around, node];
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child, inside);
}

const parse = (source: string, file: string): Node =>
  parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;

/** The text of a string or a template, a gap for each value in it. */
function readText(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}

/** Properties that somebody reads or hears, whatever component takes them. */
const READ = /^(aria-(label|valuetext|description|roledescription)|title|placeholder|alt|label|hint|facts)$/;
/** Properties that only the program reads. */
const CODE = /^(className|key|d|style|id|selector|operation|pattern|accept)$/;
/** A sentence or the head of something: several words, the first of them with a capital. */
const PROSE = /^[A-Z][a-z’]*,?(?: [A-Za-z’…-]+[,:;]?)+[.…:]?/;

function isWords(text: string, around: readonly Node[]): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  const attribute = around.findLast(({ type }) => type === 'JSXAttribute');
  const name = attribute === undefined ? undefined : String((attribute['name'] as Node)['name']);
  if (name !== undefined && CODE.test(name)) return false;
  const [holder] = around.slice(-1);
  if (name !== undefined && READ.test(name) && holder?.type.startsWith('JSX')) return true;
  const callee = holder?.['callee'];
  if (holder?.type === 'NewExpression' && isNode(callee) && /Error$/.test(String(callee['name'])))
    return true;
  return PROSE.test(text);
}

function findWords(source: string, file: string): readonly string[] {
  return [...walk(parse(source, file))].flatMap(([node, around]) => {
    const text = readText(node);
    if (text === undefined) return [];
    return node.type === 'JSXText'
      ? /\p{L}/u.test(text)
        ? [text.trim()]
        : []
      : isWords(text, around)
        ? [text]
        : [];
  });
}

test('words are found wherever a component may hold them', () => {
  const found = (source: string) => findWords(source, 'x.tsx');
  expect(found('<p>three left</p>')).toEqual(['three left']);
  expect(found('<p aria-label="left" className="a b" />')).toEqual(['left']);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  expect(found('<p title={`${n} left`} key={`Row ${n} of`} />')).toEqual(['… left']);
  expect(found("<p>{isOver ? 'All is over' : words.on}</p>")).toEqual(['All is over']);
  expect(found("const no = new ApiError('gone');")).toEqual(['gone']);
  expect(found("<Link to='/map' className={a ? 'Some class' : ''}>{MAP.title}: {3} · </Link>")).toEqual([]);
});

test('components hold no words', () => {
  const held = Object.entries(SOURCES)
    .filter(([file]) => !UNMOVED.some((folder) => file.startsWith(`../../${folder}/`)))
    .flatMap(([file, source]) => findWords(source, file).map((words) => `${file}: ${words}`));
  expect(Object.keys(SOURCES).length).toBeGreaterThan(100);
  expect(held).toEqual([]);
});

test('the catalogue keeps the manner of the workbench: no shouting, no praise, no markup', () => {
  const texts = Object.entries(WORDS).flatMap(([file, source]) =>
    [...walk(parse(source, file))].flatMap(([node]) => {
      const text = readText(node);
      return text === undefined ? [] : [`${file}: ${text}`];
    }),
  );
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => /!|\bAI\b|<\/?[a-z]|&[a-z]+;/.test(text))).toEqual([]);
});

/** Every string of an area with the names that lead to it. */
function* listStrings(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* listStrings(inner, `${path}.${name}`);
}

test('no string of the catalogue is empty, glued or cut', () => {
  const strings = Object.entries(AREAS).flatMap(([file, area]) => [...listStrings(area, file)]);
  expect(strings.length).toBeGreaterThan(300);
  expect(strings.filter(([, text]) => text !== text.trim() || text === '')).toEqual([]);
  expect(strings.filter(([, text]) => /\{(?!\w+\})/.test(text))).toEqual([]);
});
