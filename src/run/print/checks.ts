import type { CheckResult } from '../../store/store.ts';
import type { Style } from './terminal.ts';
import { clean, pad, wrap } from './width.ts';

/** What `doctor` found, one line each, with what to do where something is to be done. */
export function formatChecks(
  checks: readonly CheckResult[],
  { width, style, data }: { readonly width: number; readonly style: Style; readonly data: string },
): string {
  const signs = { ok: style.good('✓'), warning: style.warn('!'), failed: style.bad('✗') };
  const label = Math.max(...checks.map(({ name }) => name.length)) + 2;
  const lines = checks.flatMap(({ name, state, finding, remedy }) => {
    const text = [
      ...wrap(clean(finding), width - label - 4),
      ...(remedy === undefined ? [] : wrap(clean(remedy), width - label - 4).map((line) => style.bold(line))),
    ];
    return text.map((line, at) =>
      at === 0 ? `${signs[state]} ${pad(name, label)}${line}` : `${' '.repeat(label + 2)}${line}`,
    );
  });
  const failed = checks.filter(({ state }) => state === 'failed').length;
  const warned = checks.filter(({ state }) => state === 'warning').length;
  const verdict =
    failed > 0 ? `${failed} failed` : warned > 0 ? `works, ${warned} to look at` : 'all is well';
  return `${style.dim(`Data folder: ${data}`)}\n${lines.join('\n')}\n\n${verdict}\n`;
}
