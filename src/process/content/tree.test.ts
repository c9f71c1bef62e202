import { describe, expect, it } from 'vitest';
import { parseTree, TREE_BOUNDS } from './tree.ts';

/** The tree as nested brackets: `p(text)`. */
function show(source: string): string {
  const tree = parseTree(source);
  const print = (from: number, to: number): string => {
    const parts: string[] = [];
    for (let i = from; i < to; i = tree.end[i]!) {
      const inner = print(i + 1, tree.end[i]!);
      parts.push(
        tree.tag[i] === '#text' ? tree.text[i]! : `${tree.tag[i]}${inner === '' ? '' : `(${inner})`}`,
      );
    }
    return parts.join(' ');
  };
  return print(0, tree.tag.length);
}

describe('parseTree', () => {
  it.each([
    ['<p>One<p>Two', 'p(One) p(Two)'],
    ['<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', 'ul(li(a) li(b ul(li(c))) li(d))'],
    ['<p>a <b>b<p>c', 'p(a  b(b)) p(c)'],
    ['<div><b>a</div>b', 'div(b(a)) b'],
    ['<div>a</span>b</div>c', 'div(ab) c'],
    ['<table><tr><td>a<td>b<tr><td>c</table>d', 'table(tr(td(a) td(b)) tr(td(c))) d'],
    ['<a href=x>one<a href=y>two</a>', 'a(one) a(two)'],
    ['<body><p>a</body><p>b', 'body(p(a) p(b))'],
    ['<div/>a', 'div(a)'],
    ['x<br/>y', 'x br y'],
    ['<svg><path/><p>text', 'svg(path) p(text)'],
    ['<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt(a) dd(b) dt(c))'],
    ['a &amp; b &copy; c', 'a & b © c'],
    ['<IMG src=x>a', 'img a'],
    ['<!-- x --><p>a<!-- y -->b', 'p(ab)'],
  ])('%s', (source, expected) => expect(show(source)).toBe(expected));

  it('keeps the first of a repeated attribute, and only those that are used', () => {
    const [attributes] = parseTree('<p class=a CLASS=b onclick=c id="d &amp; e">').attributes;
    expect({ ...attributes }).toEqual({ class: 'a', id: 'd & e' });
  });

  it('flattens what is nested beyond the bound and loses no text', () => {
    const tree = parseTree(
      `${'<div>'.repeat(2 * TREE_BOUNDS.depth)}deep${'</div>'.repeat(2 * TREE_BOUNDS.depth)}<p>after`,
    );
    expect(tree.tag.filter((tag) => tag === 'div')).toHaveLength(TREE_BOUNDS.depth);
    expect(tree.text.join('')).toBe('deepafter');
    expect(tree.parent[tree.tag.indexOf('p')]).toBe(-1);
  });

  it('stops at the bound of nodes and says so', () => {
    const tree = parseTree('<i>x</i>'.repeat(TREE_BOUNDS.nodes));
    expect(tree.tag).toHaveLength(TREE_BOUNDS.nodes);
    expect(tree.cut).toContain(String(TREE_BOUNDS.nodes));
  });
});
