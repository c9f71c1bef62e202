import { formatDate } from '../../text/dates.ts';
import type { ShownKey } from '../commands/key.ts';
import type { Style } from './terminal.ts';
import { clean } from './width.ts';

/** The keys of a desk, the one in use first. */
export function formatKeys(keys: readonly ShownKey[], { style }: { readonly style: Style }): string {
  return [...keys]
    .reverse()
    .map((each) => formatKey(each, style))
    .join('');
}

function formatKey({ key, fingerprint, state, from, until, revoked }: ShownKey, style: Style): string {
  const mark = state === 'in use' ? style.good('✓') : state === 'revoked' ? style.bad('✗') : style.dim('·');
  const validity = [
    ...(from === undefined ? [] : [`from ${formatDate(from)}`]),
    ...(until === undefined ? [] : [`to ${formatDate(until)}`]),
  ].join(' ');
  const lines = [
    `${mark} ${style.bold(key)}  ${state}`,
    `  fingerprint ${fingerprint}`,
    `  ${validity}`,
    ...(revoked === undefined
      ? []
      : [
          `  not to be trusted from ${formatDate(revoked.from)} on (said ${formatDate(revoked.at)}): ${clean(revoked.reason)}`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
