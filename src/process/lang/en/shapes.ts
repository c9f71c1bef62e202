/** `Xx`, `XX`, `x-x`, `0,0`: the kinds of characters in turn, repeats left out. */
export function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const code = form.charCodeAt(i);
    let sign = form[i]!;
    if (code >= 97 && code <= 122) sign = 'x';
    else if (code >= 65 && code <= 90) sign = 'X';
    else if (code >= 48 && code <= 57) sign = '0';
    else if (code > 0xbf) sign = sign === sign.toLowerCase() ? 'x' : 'X';
    if (sign !== last) shape += sign;
    else if (shape.length === 1 && i === 1) shape += sign;
    last = sign;
  }
  return shape;
}

/** Whether a word is a capital letter, a word in capitals, a small one, a number or a sign. */
export function kindOf(form: string): string {
  const letter = form[0] ?? '';
  if (letter !== letter.toLowerCase()) return form.length > 1 && form === form.toUpperCase() ? 'U' : 'C';
  if (letter !== letter.toUpperCase()) return 'l';
  return /\d/.test(form) ? 'd' : 'p';
}
