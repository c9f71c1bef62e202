import { useRouterState } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import type { Realis } from '../../../model/event.ts';
import type { IndicatorState } from '../../../model/forecast.ts';
import { PROBABILITY_WORDS } from '../../../model/probability.ts';
import { LEVELS } from '../../../model/problem.ts';
import { ConfidenceBars, LevelTag } from '../charts/Level.tsx';
import { CloseIcon } from '../components/icons.tsx';
import { RealisLine } from '../components/RealisLine.tsx';
import { Sign, type SignKind } from '../components/Sign.tsx';
import { StateSign } from '../components/StateSign.tsx';
import { STATE_EXPLAINED } from '../words/indicators.ts';
import { HELP } from '../words/text/help.ts';
import { SIGN_WORDS } from '../words/text/signs.ts';

function Keys() {
  return (
    <section aria-labelledby="help-keys">
      <h3 id="help-keys">{HELP.keys}</h3>
      <dl className="help-keys">
        {HELP.keyRows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RealisSigns() {
  return (
    <>
      <h4>{HELP.realis}</h4>
      <ul>
        {HELP.realisRows.map(([realis, words]) => (
          <li key={realis}>
            <RealisLine
              event={
                realis === 'history'
                  ? { realis: 'occurred', background: true }
                  : { realis: realis as Realis, background: false }
              }
            />{' '}
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}

function Signs() {
  return (
    <section aria-labelledby="help-signs" className="help-signs">
      <h3 id="help-signs">{HELP.signs}</h3>
      <h4>{HELP.origins}</h4>
      <ul>
        {(Object.keys(SIGN_WORDS) as SignKind[]).map((kind) => (
          <li key={kind}>
            <Sign kind={kind} /> {SIGN_WORDS[kind]}
          </li>
        ))}
      </ul>
      <RealisSigns />
      <h4>{HELP.states}</h4>
      <ul>
        {(Object.keys(STATE_EXPLAINED) as IndicatorState[]).map((state) => (
          <li key={state}>
            <StateSign state={state} /> <span className="muted">{STATE_EXPLAINED[state]}</span>
          </li>
        ))}
      </ul>
      <h4>{HELP.levels}</h4>
      <ul className="help-levels">
        {LEVELS.map((level) => (
          <li key={level}>
            <LevelTag level={level} />
          </li>
        ))}
      </ul>
      <h4>{HELP.words}</h4>
      <p>{PROBABILITY_WORDS.join(' · ')}</p>
      <p>
        <ConfidenceBars confidence="moderate" /> <span className="muted">{HELP.confidence}</span>
      </p>
      <p className="muted">{HELP.grades}</p>
    </section>
  );
}

/** What the page in sight is for, the keys, and what the signs mean. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const first = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] ?? '' });
  const { about, tips } = HELP.page(first);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <div className="dialog-back" />
        <Dialog.Content className="dialog help" onKeyDown={(event) => event.stopPropagation()}>
          <header className="drawer-head">
            <Dialog.Title className="dialog-title">{HELP.title}</Dialog.Title>
            <Dialog.Close className="button button-icon" aria-label={HELP.close}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <Dialog.Description>{about}</Dialog.Description>
          {tips.length > 0 && (
            <ul>
              {tips.map((tip) => (
                <li key={tip}>{tip}</li>
              ))}
            </ul>
          )}
          <Keys />
          <Signs />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
