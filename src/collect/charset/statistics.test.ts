import { describe, expect, test } from 'vitest';
import { encodeAs } from '../../../test/support/encode.ts';
import { decodeBytes } from './encodings.ts';
import { guessEncoding } from './statistics.ts';

const TEXTS: Readonly<Record<string, string>> = {
  fr: 'Le préfet a annoncé mardi que le pont serait fermé à la circulation. Les ingénieurs ont relevé des fissures près de la première pile et redoutent un effondrement. « Nous ne prendrons aucun risque », a-t-il déclaré.',
  de: 'Die Behörde hat am Dienstag die Brücke gesperrt. Prüfer fanden größere Risse am ersten Pfeiler und befürchten, dass er nachgibt. Über die Dauer der Sperrung äußerte sich das Amt nicht.',
  es: 'El gobernador anunció el martes que el puente quedará cerrado al tráfico. Según los técnicos, hay grietas junto al primer pilar y la situación podría empeorar mañana.',
  pt: 'O governador anunciou na terça-feira que a ponte ficará fechada. Os técnicos encontraram fissuras junto ao primeiro pilar e não excluem uma situação de emergência.',
  sv: 'Länsstyrelsen meddelade på tisdagen att bron stängs för all trafik. Ingenjörer har hittat sprickor nära den första pelaren och räknar med att åtgärderna tar flera månader.',
  pl: 'Wojewoda ogłosił we wtorek, że most zostanie zamknięty. Inżynierowie znaleźli pęknięcia przy pierwszym filarze i obawiają się, że może się zawalić w każdej chwili.',
  cs: 'Hejtman v úterý oznámil, že most bude uzavřen. Inženýři našli praskliny u prvního pilíře a obávají se, že by se mohl zřítit. Řidiči musí počítat s objížďkami.',
  hu: 'A kormányhivatal kedden bejelentette, hogy lezárják a hidat. A mérnökök repedéseket találtak az első pillérnél, és attól tartanak, hogy bármikor összedőlhet.',
  ro: 'Prefectul a anunţat marţi că podul va fi închis circulaţiei. Inginerii au găsit fisuri lângă primul pilon şi se tem că acesta s-ar putea prăbuşi în orice moment.',
  tr: 'Vali salı günü köprünün trafiğe kapatılacağını açıkladı. Mühendisler ilk ayağın yakınında çatlaklar buldu ve köprünün her an çökebileceğinden endişe ediyor.',
  lt: 'Meras antradienį pranešė, kad tiltas bus uždarytas eismui. Inžinieriai rado įtrūkimų prie pirmosios atramos ir būgštauja, kad ji gali bet kada įgriūti.',
  ru: 'Губернатор во вторник объявил, что мост будет закрыт для движения. Инженеры нашли трещины у первой опоры и опасаются, что она может обрушиться в любой момент.',
  uk: 'Губернатор у вівторок оголосив, що міст буде закрито для руху. Інженери знайшли тріщини біля першої опори й побоюються, що вона може обвалитися будь-якої миті.',
  bg: 'Областният управител обяви във вторник, че мостът ще бъде затворен за движение. Инженерите откриха пукнатини до първата опора и се опасяват, че тя може да падне.',
  el: 'Ο περιφερειάρχης ανακοίνωσε την Τρίτη ότι η γέφυρα θα κλείσει. Οι μηχανικοί βρήκαν ρωγμές κοντά στον πρώτο πυλώνα και φοβούνται ότι μπορεί να καταρρεύσει.',
  he: 'המושל הודיע ביום שלישי כי הגשר ייסגר לתנועה. מהנדסים מצאו סדקים ליד העמוד הראשון וחוששים שהוא עלול להתמוטט בכל רגע.',
  ar: 'أعلن المحافظ يوم الثلاثاء أن الجسر سيغلق أمام حركة المرور. وعثر المهندسون على شقوق قرب الدعامة الأولى ويخشون أن تنهار في أي لحظة.',
  fa: 'استاندار روز سه شنبه اعلام کرد که پل به روي ترافيک بسته مي شود. مهندسان در نزديکي پايه نخست ترک هايي پيدا کردند و نگران فرو ريختن آن هستند.',
  th: 'ผู้ว่าราชการประกาศเมื่อวันอังคารว่าสะพานจะปิดการจราจร วิศวกรพบรอยร้าวใกล้เสาต้นแรกและเกรงว่าอาจถล่มลงได้ทุกเมื่อ',
  ja: '知事は火曜日、橋を通行止めにすると発表した。技術者は最初の橋脚の近くでひび割れを見つけ、いつ崩れてもおかしくないと心配している。',
  zh: '省长星期二宣布大桥将封闭交通。工程师在第一个桥墩附近发现裂缝，担心它随时可能倒塌。警方没有说明封闭的时间。',
  zht: '省長星期二宣布大橋將封閉交通。工程師在第一個橋墩附近發現裂縫，擔心它隨時可能倒塌。警方沒有說明封閉的時間。',
  ko: '도지사는 화요일 다리를 폐쇄한다고 발표했다. 기술자들은 첫 번째 교각 근처에서 균열을 발견했으며 언제든지 무너질 수 있다고 우려하고 있다.',
};

const CASES: readonly (readonly [encoding: string, language: string])[] = [
  ['windows-1252', 'fr'],
  ['windows-1252', 'de'],
  ['windows-1252', 'es'],
  ['windows-1252', 'pt'],
  ['windows-1252', 'sv'],
  ['macintosh', 'fr'],
  ['windows-1250', 'pl'],
  ['iso-8859-2', 'pl'],
  ['windows-1250', 'cs'],
  ['iso-8859-2', 'cs'],
  ['windows-1250', 'hu'],
  ['windows-1250', 'ro'],
  ['windows-1254', 'tr'],
  ['windows-1257', 'lt'],
  ['windows-1251', 'ru'],
  ['koi8-r', 'ru'],
  ['iso-8859-5', 'ru'],
  ['ibm866', 'ru'],
  ['windows-1251', 'uk'],
  ['koi8-u', 'uk'],
  ['windows-1251', 'bg'],
  ['windows-1253', 'el'],
  ['iso-8859-7', 'el'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar'],
  ['iso-8859-6', 'ar'],
  ['windows-1256', 'fa'],
  ['windows-874', 'th'],
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['gbk', 'zh'],
  ['big5', 'zht'],
  ['euc-kr', 'ko'],
];

describe.each(CASES)('%s (%s)', (encoding, language) => {
  test.each([1, 2, 'all'])('is recognised and decoded, from %s sentences', (sentences) => {
    const whole = TEXTS[language]!;
    const parts = whole.split(/(?<=[.。])\s*/);
    const text = sentences === 'all' ? whole : parts.slice(0, Number(sentences)).join(' ');
    const bytes = encodeAs(text, encoding);
    const guess = guessEncoding(bytes);
    expect(`${guess?.encoding}: ${decodeBytes(bytes, guess?.encoding ?? 'utf-8')}`).toBe(
      `${guess?.encoding}: ${text}`,
    );
  });
});

test('curly quotes alone are read as windows-1252', () => {
  const text = 'The minister said “no decision” was made – it’s too early.';
  expect(guessEncoding(encodeAs(text, 'windows-1252'))?.encoding).toBe('windows-1252');
});

test('mark-up around the text changes nothing', () => {
  const text = `<html lang="x"><p class="a">${TEXTS['ru']}</p><script>var a = "x";</script>`;
  expect(guessEncoding(encodeAs(text, 'koi8-r'))?.encoding).toBe('koi8-u');
});

test('ASCII has nothing to guess from', () => {
  expect(guessEncoding(Buffer.from('The bridge was closed on Tuesday.'))).toBeUndefined();
});
