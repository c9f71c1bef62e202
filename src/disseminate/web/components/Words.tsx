/** Signs that a page sets its own quotations in. */
const QUOTED = /["“”„«»]/;

/** Words of a page, to the letter. Around words that hold a quotation stand single marks, so that both can be told apart. */
export function Words({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  return (
    <q dir="auto" className={QUOTED.test(text) ? `words-single ${className}` : className}>
      {text}
    </q>
  );
}
