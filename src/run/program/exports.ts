import { Argument, type Command, Option } from 'commander';
import { EXPORT_FORMATS, EXPORTED, type ExportFormat } from '../../model/exporting.ts';
import { AUDIENCES } from '../../model/marking.ts';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, withAsOf, withData } from './options.ts';

export function addExport(program: Command, run: RunCommand): void {
  withAsOf(withData(program.command('export').summary('write alerts, briefs and data in formats of others')))
    .addArgument(new Argument('<format>', 'format of the file').choices(EXPORT_FORMATS))
    .description(
      'Writes the latest alert as CAP 1.2 or STIX 2.1, a brief as STIX 2.1, incidents as GeoJSON, and incidents, claims, events and alerts as a table (csv) or one a line (ndjson); documents as ndjson too, which tocsin add reads.\nEverything carries its TLP 2.0 marking, and what is marked for fewer than it is for is refused. An alert or brief that is written to a file has its signature beside it (FILE.sig), which tocsin verify checks.',
    )
    .option('--problem <id>', 'of this warning problem: its alert or brief, or what it rests on')
    .addOption(
      new Option('--of <what>', 'what to write; unless given, alerts (cap, stix) or incidents').choices(
        EXPORTED,
      ),
    )
    .option('--tlp <marking>', 'a stricter marking than its own')
    .addOption(new Option('--for <whom>', 'whom it is for').choices(AUDIENCES).default('desk'))
    .option('-o, --out <file>', 'write to this file')
    .addHelpText(
      'after',
      examples(
        'tocsin export cap --problem us-sites-iraq -o alert.xml && tocsin verify alert.xml',
        'tocsin export stix --of brief --problem us-sites-iraq --for public > brief.json',
        'tocsin export geojson --as-of 2020-12-21 -o incidents.geojson',
        'tocsin export csv --of events --problem us-sites-iraq -o events.csv',
      ),
    )
    .action((format: ExportFormat, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/export.ts')).runExport(format, flags, session),
      ),
    );
}
