/** Month names and their short forms, by number of the month, in the languages that date lines are read in. */
const NAMES: readonly string[] = [
  'january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro stycznia styczeń ocak января январь янв січня يناير كانون ژانویه tammikuuta tammikuu ledna',
  'february feb febr februar feber februari février févr fév febrero febbraio fevereiro fev lutego luty şubat февраля февраль фев лютого فبراير شباط فوریه helmikuuta února',
  'march mar märz mrz maart mars marzo março marca marzec mart марта март мар березня مارس آذار اذار maaliskuuta března',
  'april apr avril avr abril abr aprile kwietnia kwiecień nisan апреля апрель апр квітня أبريل ابريل إبريل نيسان آوریل huhtikuuta dubna',
  'may mai mei maj mayo maio maggio mag maja mayıs мая май травня مايو أيار ايار toukokuuta května',
  'june jun juni juin junio giugno giu junho czerwca czerwiec haziran июня июнь июн червня يونيو حزيران ژوئن kesäkuuta června',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec temmuz июля июль июл липня يوليو تموز ژوئیه heinäkuuta července',
  'august aug augustus août aout agosto ago sierpnia sierpień ağustos августа август авг серпня أغسطس اغسطس آب اوت elokuuta srpna augusti',
  'september sept sep septembre septiembre setiembre settembre set setembro września wrzesień eylül сентября сентябрь сен сент вересня سبتمبر أيلول ايلول سپتامبر syyskuuta září',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik ekim октября октябрь окт жовтня أكتوبر اكتوبر اکتبر lokakuuta října',
  'november nov novembre noviembre novembro listopada listopad kasım ноября ноябрь ноя листопада نوفمبر نوامبر marraskuuta',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień aralık декабря декабрь дек грудня ديسمبر دسامبر joulukuuta prosince desember des',
];

/** Month name, in lower case, to its number, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Abbreviations of time zones that stand for one offset in news; CST, IST and BST stand for several and are left out. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'], ['UTC', 'Z'], ['GMT', 'Z'], ['EST', '-05:00'], ['EDT', '-04:00'], ['CDT', '-05:00'], ['MDT', '-06:00'], ['PST', '-08:00'], ['PDT', '-07:00'],
  ['CET', '+01:00'], ['CEST', '+02:00'], ['MEZ', '+01:00'], ['MESZ', '+02:00'], ['EET', '+02:00'], ['EEST', '+03:00'], ['MSK', '+03:00'], ['HKT', '+08:00'], ['JST', '+09:00'], ['KST', '+09:00'], ['PKT', '+05:00'],
]); // biome-ignore format: a table
