/** A language as it shows in its letters beyond ASCII, and the one-byte encodings that its old pages are in. */
export interface LetterProfile {
  readonly language: string;
  readonly script: 'Latin' | 'Cyrillic' | 'Greek' | 'Hebrew' | 'Arabic' | 'Thai';
  /** Letters beyond ASCII in order of how often they are written, the most frequent first, lower case. */
  readonly letters: string;
  /** WHATWG names. */
  readonly encodings: readonly string[];
}

const CYRILLIC = ['windows-1251', 'koi8-u', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'] as const;
const WESTERN = ['windows-1252', 'macintosh'] as const;
const CENTRAL = ['windows-1250', 'iso-8859-2'] as const;
const BALTIC = ['windows-1257', 'iso-8859-13'] as const;

/**
 * Orders of frequency as any count over running text of the language gives them; neighbours may change places from one
 * text to the next, which does not matter here. windows-1254 and 1252 differ in six letters, ISO-8859-15 in eight signs.
 */
export const LETTER_PROFILES: readonly LetterProfile[] = [
  { language: 'fr', script: 'Latin', letters: 'éèàêçôîùâûëïœ', encodings: WESTERN },
  { language: 'de', script: 'Latin', letters: 'üäöß', encodings: WESTERN },
  { language: 'es', script: 'Latin', letters: 'óíáéñúü', encodings: WESTERN },
  { language: 'pt', script: 'Latin', letters: 'ãçáéíóõêâúàô', encodings: WESTERN },
  { language: 'it', script: 'Latin', letters: 'àèùòìé', encodings: WESTERN },
  { language: 'nl', script: 'Latin', letters: 'ëéïóüè', encodings: WESTERN },
  { language: 'sv', script: 'Latin', letters: 'äåöé', encodings: WESTERN },
  { language: 'da', script: 'Latin', letters: 'åøæéòô', encodings: WESTERN },
  { language: 'is', script: 'Latin', letters: 'íðáéóþúýöæ', encodings: WESTERN },
  { language: 'ca', script: 'Latin', letters: 'éàèóòíçúïü', encodings: WESTERN },
  { language: 'pl', script: 'Latin', letters: 'łęąóżśćńź', encodings: CENTRAL },
  { language: 'cs', script: 'Latin', letters: 'íáéěřčžýšůúňťďó', encodings: CENTRAL },
  { language: 'sk', script: 'Latin', letters: 'áíéčýšžúľťôňďäóŕĺ', encodings: CENTRAL },
  { language: 'hu', script: 'Latin', letters: 'áéöóőíüúű', encodings: CENTRAL },
  { language: 'ro', script: 'Latin', letters: 'ăîţşâ', encodings: CENTRAL },
  { language: 'hr', script: 'Latin', letters: 'čšžćđ', encodings: CENTRAL },
  { language: 'tr', script: 'Latin', letters: 'ıüşğöçİâî', encodings: ['windows-1254'] },
  { language: 'lt', script: 'Latin', letters: 'ėšųįžčąūę', encodings: BALTIC },
  { language: 'lv', script: 'Latin', letters: 'āīēšņūļžķģč', encodings: BALTIC },
  { language: 'et', script: 'Latin', letters: 'äõüöšž', encodings: BALTIC },
  { language: 'ru', script: 'Cyrillic', letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', encodings: CYRILLIC },
  { language: 'uk', script: 'Cyrillic', letters: 'оаинтвіерслкмдпуязьгбчйхжшюцщєїфґ', encodings: CYRILLIC },
  { language: 'be', script: 'Cyrillic', letters: 'аніеорслткдвўымпуязьгбчйцхжшёэюф', encodings: CYRILLIC },
  { language: 'bg', script: 'Cyrillic', letters: 'аионетрсвлкдпмзуяъгбчщцжшхйюьф', encodings: CYRILLIC },
  { language: 'sr', script: 'Cyrillic', letters: 'аоиенрјтсвкудлмпзбгчшћцжњљхђџф', encodings: CYRILLIC },
  { language: 'mk', script: 'Cyrillic', letters: 'аоиетнрсвдклпмузјгбчшцжќњѓхљфџѕ', encodings: CYRILLIC },
  {
    language: 'el',
    script: 'Greek',
    letters: 'αοιετνσρκπυμλςήάίόγέδωχθύφβξζώψϊϋΐΰ',
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  { language: 'he', script: 'Hebrew', letters: 'יולהאתרמבנשקדםחעפכטגצןסזךףץ', encodings: ['windows-1255'] },
  {
    language: 'ar',
    script: 'Arabic',
    letters: 'اليمنوترهبعدسةفكقحجأطشصىخذضزءغثئظإؤآ',
    encodings: ['windows-1256', 'iso-8859-6'],
  },
  {
    language: 'fa',
    script: 'Arabic',
    letters: 'ايرندهمتوسبشكکزگلفخقآپعحجصطچضذظغژثءئ',
    encodings: ['windows-1256'],
  },
  {
    language: 'ur',
    script: 'Arabic',
    letters: 'ایکےرنمہسوتلںھبپدجعحٹقفگخشزچصضطآغئڑڈظثذژؤء',
    encodings: ['windows-1256'],
  },
  {
    language: 'th',
    script: 'Thai',
    letters: 'านรอก่เงมย้ลวดทสัตะิปบีคุหแจพชข็ู์ใไโำืผซณฐธฉฎศษภญฝฟ',
    encodings: ['windows-874'],
  },
];

/** The characters that make up about two fifths of any Chinese text, in both forms. */
export const FREQUENT_HAN = new Set(
  '的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運',
);
