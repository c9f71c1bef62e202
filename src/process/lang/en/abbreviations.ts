/** Titles and the like: a name or number follows, so a sentence never ends after the dot. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms messrs mx dr prof gen brig maj lt col capt cpt cmdr cdr adm sgt cpl pvt pfc spc spec lcpl ' +
    'gov sen sens rep reps pres hon rev fr st ste sr mme mlle supt insp det amb atty asst ass’t dir ret ft mt ' +
    'pte wg sqn flt vol fig figs ed eds art sec secs para paras op no nos pp ch eq vs v cf ca approx esp attn'
  ).split(' '),
);

/** Abbreviations that keep their dot and may end a sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jan feb apr aug sept sep oct nov dec mon tue tues wed thu thur thurs fri ' +
    'inc corp co cos ltd plc bros llc jr esq etc al dept dist ave blvd rd est ext dba ' +
    'calif colo conn del fla ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex ' +
    'va vt wash wis wyo ala ariz ark ont que alta sask natl intl govt ph.d m.sc b.sc d.phil ph sci univ assn approx tel'
  ).split(' '),
);

/** These keep the dot only where a number follows: `No. 3`, `Mar. 4`, `p. 12`; else they are words. */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  'no nos mar sun sat jun jul vol fig figs sec secs art para paras op p pp ch eq ed del est ext tel v'.split(
    ' ',
  ),
);

/** These are ordinary words unless capitalised: `Miss.` and `Ill.` are states, `miss.` and `ill.` are not. */
export const ONLY_CAPITALISED: ReadonlySet<string> = new Set(
  (
    'ill ind miss wash mass ore del la pa md mo co mon wed fri sat sun mar jan feb dec nov oct tex penn ark ala ' +
    'st ft mt sr det dir rep reps pres hon rev fr gen maj adm est conn kan kans va vt ky art ext col capt ' +
    'sen sens gov ms cos nos ave mont nev neb cal dist spec ret spc amb op'
  ).split(' '),
);

/** Words that, capitalised after an abbreviation that may end a sentence, begin a new one. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'the this that these those there he she it they we you i his her its their our my in on at by for from with ' +
    'after before when while where if as but and or so yet however although though because since during according ' +
    'a an all some many most no not what who why how both each several another other such one two three ' +
    'meanwhile earlier later last still now then also'
  ).split(' '),
);

/** First parts after which a hyphen stays inside the word (`anti-tank`); all other hyphens are words of their own. */
export const CLOSED_PREFIXES: ReadonlySet<string> = new Set(
  (
    'non e anti re co pre pro mid cross post semi multi ex sub counter neo inter intra mini micro socio un ' +
    'ultra arch over'
  ).split(' '),
);

/** Units written onto their number (`5pm`, `155mm`, `$3bn`): a word of their own. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    'am pm a.m p.m k m b t bn mn mm cm km kms kg kgs g mg ft lb lbs oz mph kmh kph kt kts nm mw gw kw kv mwh gwh kwh ' +
    'gb mb tb kb hz khz mhz ghz x tn trn mln bln yr yrs hr hrs min mins sec secs pc pct bbl bpd hp ml l ha'
  ).split(' '),
);

/** Endings that make `name.ending` one word: domains and files. */
export const DOT_ENDINGS: ReadonlySet<string> = new Set(
  (
    'com org net gov edu mil int info biz io ai app tv me co uk us eu de fr ru cn ir il ua in jp au ca nl ch se pl ' +
    'iq sy lb ae sa tr ke za ng eg pk kz by news online doc docx xls xlsx pdf txt jpg jpeg png gif mp3 mp4 zip html htm ' +
    'js ts py url'
  ).split(' '),
);

/** Written as one word, two words in the treebanks: index at which the second begins. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['arent', 3],
  ['werent', 4],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
  ['hadnt', 3],
]);

/** A single capital after one of these is its label (`plan B.`), not the initial of a name. */
export const LETTERED: ReadonlySet<string> = new Set(
  (
    'plan vitamin group class type section grade hepatitis option schedule appendix annex part point block zone ' +
    'category division team unit row gate terminal building exhibit influenza'
  ).split(' '),
);
