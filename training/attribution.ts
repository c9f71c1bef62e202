import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    out: { type: 'string', default: 'models/ATTRIBUTION.md' },
  },
});

/** Licences of GUM's texts by genre, as its LICENSE.txt gives them. */
const LICENCES: Readonly<Record<string, string>> = {
  academic: 'CC BY 4.0',
  bio: 'CC BY-SA 3.0 (Wikipedia)',
  conversation: 'an attribution licence (Santa Barbara Corpus of Spoken American English)',
  court: 'CC BY 4.0',
  interview: 'CC BY 2.5 (Wikinews)',
  news: 'CC BY 2.5 (Wikinews)',
  speech: 'public domain',
  textbook: 'an attribution licence (OpenStax)',
  vlog: 'an attribution licence (YouTube)',
  voyage: 'CC BY-SA 3.0 (Wikivoyage)',
};

const HEAD = `# Whose work the models rest on

The weight files \`en-tagger.bin\`, \`en-parser.bin\` and \`en-lemmas.bin\` were trained on two treebanks. They are
published under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/); Tocsin's code is under Apache-2.0.
They hold numbers, single words and their lemmas, no sentence of any text. Models with cards of their own name
their further data there. This file is written by \`training/attribution.ts\`.

## Universal Dependencies English Web Treebank (UD_English-EWT), release 2.16

https://github.com/UniversalDependencies/UD_English-EWT — annotations and database rights CC BY-SA 4.0. Natalia
Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer and Christopher D.
Manning (2014), *A Gold Standard Dependency Corpus for English*, LREC; and the treebank's later contributors. The
texts come from various sources, some in the public domain; portions may be © 2012 Google Inc., © 2011 Yahoo! Inc.,
© 2012 Trustees of the University of Pennsylvania and other original authors.

## Georgetown University Multilayer Corpus (GUM)

https://github.com/amir-zeldes/gum and https://github.com/UniversalDependencies/UD_English-GUM — annotations CC BY
4.0. Amir Zeldes (2017), *The GUM Corpus: Creating Multilayer Resources in the Classroom*, Language Resources and
Evaluation 51(3), and the corpus's annotators. Only genres whose texts may be used commercially were used; the
texts and their licences:
`;

const lines: string[] = [HEAD];
let genre = '';
for (const document of readDocuments(`${values.data}/gum.train.conllu.gz`)) {
  if (document['genre'] !== genre) {
    genre = document['genre'] ?? '';
    const licence = LICENCES[genre];
    if (licence === undefined) throw new Error(`no licence is known for the genre ${genre}`);
    lines.push(`\n### ${genre}: ${licence}\n`);
  }
  const author = document['author'] ?? 'author not named';
  lines.push(`- ${document['id']}: ${author}. ${document['sourceURL'] ?? ''}`.trimEnd());
}
writeFileSync(values.out, `${lines.join('\n')}\n`);

/** Name, genre, author and address of each document of a GUM file. */
function* readDocuments(file: string): Generator<Record<string, string>> {
  let document: Record<string, string> | undefined;
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const start = /^# newdoc id = (.+)$/.exec(line);
    if (start !== null) {
      if (document !== undefined) yield document;
      document = { id: start[1]!.trim() };
    }
    const fact = /^# meta::(author|genre|sourceURL) = (.+)$/.exec(line);
    if (fact !== null && document !== undefined) document[fact[1]!] = fact[2]!.trim().replace(/\s+/g, ' ');
  }
  if (document !== undefined) yield document;
}
