/**
 * Words that the tagger took for a present tense though their form is only ever past: "Rockets struck the port" is
 * told as done, however rare the word was where the tagger learned. Gives the tags with these mended.
 *
 * @param classes `UPOS|XPOS` by class number
 */
export function mendTenses(
  forms: readonly string[],
  tags: Int32Array,
  { classes, isPastOnly }: { classes: readonly string[]; isPastOnly: (form: string) => boolean },
): Int32Array {
  const past = classes.indexOf('VERB|VBD');
  if (past < 0) return tags;
  const present = classes.indexOf('VERB|VBP');
  let mended = tags;
  for (let i = 0; i < tags.length; i++) {
    if (tags[i] !== present || !isPastOnly(forms[i]!)) continue;
    if (mended === tags) mended = tags.slice();
    mended[i] = past;
  }
  return mended;
}
