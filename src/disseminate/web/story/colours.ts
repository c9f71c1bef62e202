import type { SignKind } from '../components/Sign.tsx';

/** Colours by sign, beside the forms: who is first-hand, who only repeats, who denies. */
const TOKENS: Readonly<Record<SignKind, string>> = {
  origin: '--actor-1',
  possible: '--actor-1',
  echo: '--muted',
  echoWithDetail: '--actor-3',
  ownConfirmation: '--actor-3',
  ownDenial: '--actor-2',
  notConfirmed: '--muted',
};

export interface Colours {
  readonly signs: Readonly<Record<SignKind, string>>;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly ground: string;
}

/** The tokens of the theme as plain colours, for what is drawn and not styled. */
export function readColours(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return toHex(getComputedStyle(probe).color);
  };
  const signs = Object.fromEntries(Object.entries(TOKENS).map(([kind, token]) => [kind, read(token)]));
  const colours = {
    signs: signs as Colours['signs'],
    line: read('--edge'),
    text: read('--text'),
    muted: read('--muted'),
    accent: read('--accent'),
    ground: read('--ground'),
  };
  probe.remove();
  return colours;
}

/** `rgb(0, 114, 178)` as `#0072b2`. */
function toHex(colour: string): string {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
