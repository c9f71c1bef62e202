import { resolve } from 'node:path';
import type { PageArchive } from '../../archive.ts';
import type { Store } from '../../store.ts';
import { writeBackup } from '../backup.ts';
import { readProgram } from '../program.ts';
import type { Session } from '../session.ts';
import { checkPages, checkSurroundings } from '../surroundings.ts';

/** Settings, the check, backups and the end. */
export type UpkeepMethods = Pick<Store, 'getSetting' | 'setSetting' | 'check' | 'backup' | 'close'>;

export function makeUpkeepMethods(session: Session, archive: PageArchive): UpkeepMethods {
  const { call } = session;
  return {
    getSetting: (name) => call('getSetting', name),
    setSetting: (name, value) => session.write('setSetting', name, value, session.now()),
    async check(request = {}) {
      const inside = await call('check');
      const pages = await checkPages(archive, (digits) => call('listPages', digits), request);
      return [...inside, ...pages, ...(await checkSurroundings(session.folder, session.readOnly))];
    },
    async backup(file) {
      session.checkOpen();
      return writeBackup(resolve(file), {
        archive,
        program: readProgram(),
        made: session.now(),
        copyDatabase: (copy) => call('copyDatabase', copy),
        listPages: (digits) => call('listPages', digits),
      });
    },
    close: () => session.close(),
  };
}
