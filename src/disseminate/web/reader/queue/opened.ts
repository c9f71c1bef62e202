import { createContext, useContext } from 'react';

const Opened = createContext<string | undefined>(undefined);

/** Says from which list documents are opened in here. */
export const OpenedFrom = Opened.Provider;

/** What the address of a document that is opened here says of its list. */
export function useOpenedFrom(): { readonly list?: string } {
  const list = useContext(Opened);
  return list === undefined ? {} : { list };
}
