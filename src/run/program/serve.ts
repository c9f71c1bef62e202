import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { collect, examples, type Flags, formatOption, withData, withPages, withSources } from './options.ts';

export function addServe(program: Command, run: RunCommand): void {
  withPages(
    withSources(withData(program.command('serve').summary('open the workbench and the API in the browser'))),
  )
    .description('Serves the workbench and the API on this machine until Ctrl-C.')
    .option('--port <number>', 'port; 0 takes any free one (7077)')
    .option('--host <address>', 'address to listen on (127.0.0.1)')
    .option('--login', 'have people log in on this machine too')
    .option('--allow-host <name>', 'answer under this host name too; repeatable', collect)
    .option('--example', 'load the example case on the first run')
    .option('--open', 'open the browser')
    .option('--collect', 'ask the sources for what is new meanwhile')
    .option('--watch <folder>', 'keep what is put into this folder meanwhile; repeatable', collect)
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin serve --example --open',
        'tocsin serve --port 8080 --data /srv/tocsin',
        'tocsin serve --collect --sources my-sources.yaml',
      ),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/serve.ts')).runServe(flags, session)),
    );
}
