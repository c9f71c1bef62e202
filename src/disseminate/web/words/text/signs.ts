/* Signs of who is first-hand and who repeats. */

export const SIGN_WORDS = {
  origin: 'origin',
  possible: 'possible origin',
  echo: 'relay',
  echoWithDetail: 'relay with a detail of its own',
  ownConfirmation: 'own confirmation',
  ownDenial: 'own denial',
  notConfirmed: 'not confirmed',
} as const;

/** The same, as the key of a tree says what each report does. */
export const TREE_KEY = {
  label: 'Signs',
  signs: {
    origin: 'origin',
    possible: 'possible origin',
    echo: 'repeats',
    echoWithDetail: 'repeats, with a detail of its own',
    ownConfirmation: 'own confirmation',
    ownDenial: 'own denial',
    notConfirmed: 'asked, not confirmed',
  },
} as const;
