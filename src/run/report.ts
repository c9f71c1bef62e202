import { RegisterError } from '../direct/register/error.ts';
import { SourcesError } from '../direct/sources/error.ts';
import { DecisionError, PageError, RequestError, StoreError } from '../model/errors.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Style } from './print/terminal.ts';
import { clean } from './print/width.ts';
import { UsageError } from './usage.ts';

/**
 * What a person is told of an error that ends a command, and the code that the program ends with. An expected error is one
 * line that says what to do; an unexpected one is short too, unless TOCSIN_DEBUG asks for its trace.
 */
export function describeError(
  error: unknown,
  { style, isDebug }: { readonly style: Style; readonly isDebug: boolean },
): { readonly text: string; readonly code: ExitCode } {
  const line = (message: string): string => `${style.bad('tocsin:')} ${clean(message)}\n`;
  const trace = isDebug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof UsageError || error instanceof RequestError)
    return { text: line(error.message) + trace, code: EXIT.usage };
  if (error instanceof SourcesError || error instanceof RegisterError)
    return { text: error.message.split('\n').map(line).join('') + trace, code: EXIT.usage };
  if (error instanceof StoreError) return { text: line(error.message) + trace, code: EXIT.store };
  if (error instanceof DecisionError)
    return {
      text: line(error.message) + trace,
      code: error.type === 'unfit' ? EXIT.usage : EXIT.someFailed,
    };
  if (error instanceof PageError) return { text: line(error.message) + trace, code: EXIT.someFailed };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const hint = isDebug ? trace : 'Set TOCSIN_DEBUG=1 to see where it happened, and please report it.\n';
  return { text: `${line(`this should not have happened: ${reason}`)}${hint}`, code: EXIT.unexpected };
}

/** Takes an error's message apart again, for lists and JSON. */
export function splitPageError({ source, message, remedy }: PageError): {
  readonly source: string;
  readonly problem: string;
  readonly remedy: string;
} {
  return { source, problem: message.slice(source.length + 2, message.length - remedy.length - 2), remedy };
}
