import { useState } from 'react';

const PREFIX = 'tocsin.';

function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
  } catch {
    // Storage may be switched off, or hold what is no JSON: then nothing is remembered.
    return undefined;
  }
}

/**
 * State that this browser remembers. `check` decides whether what was remembered still fits; the first value is used
 * where it does not.
 */
export function useRemembered<Value>(
  name: string,
  first: Value,
  check: (value: unknown) => value is Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const remembered = recall(name);
    return check(remembered) ? remembered : first;
  });
  const remember = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify(next));
    } catch {
      // Not being able to remember must not keep anybody from changing it now.
    }
  };
  return [value, remember];
}
