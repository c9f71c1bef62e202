import { describe, expect, it } from 'vitest';
import { detectLanguage, findLanguage } from './language.ts';

const SAMPLES: Readonly<Record<string, string>> = {
  en: 'The port of Veles was closed on Friday after an explosion, and nobody knew when it would open again.',
  de: 'Der Hafen von Veles wurde am Freitag nach einer Explosion geschlossen, und niemand wusste, wann er wieder öffnet.',
  fr: 'Le port de Veles a été fermé vendredi après une explosion, et personne ne sait quand il sera rouvert.',
  es: 'El puerto de Veles fue cerrado el viernes después de una explosión, y nadie sabe cuándo se abrirá de nuevo.',
  pt: 'O porto de Veles foi fechado na sexta-feira depois de uma explosão, e ninguém sabe quando ele vai abrir.',
  it: 'Il porto di Veles è stato chiuso venerdì dopo una esplosione, e nessuno sa quando sarà riaperto al traffico.',
  ru: 'Порт Велес был закрыт в пятницу после взрыва, и никто не знает, когда он откроется.',
  uk: 'Порт Велес закрили у п’ятницю після вибуху, і ніхто не знає, коли він відкриється.',
  ar: 'أغلق ميناء فيليس يوم الجمعة بعد انفجار ولا أحد يعرف متى سيفتح من جديد.',
  fa: 'بندر ولس روز جمعه پس از انفجار بسته شد و کسی نمی‌داند چه زمانی باز می‌شود.',
  tr: 'Veles limanı cuma günü bir patlama sonra kapatıldı ve ne zaman açılacağı için bir tarih verilmedi, ancak bu çok sürmez.',
  ja: 'ベレス港は金曜日の爆発の後に閉鎖され、再開の時期は分かっていない。',
  zh: '星期五爆炸之后，韦莱斯港被关闭，没有人知道何时重新开放。',
};

describe('detectLanguage', () => {
  it.each(Object.entries(SAMPLES))('%s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it('does not decide on too little', () => {
    expect(detectLanguage('Veles')).toBeUndefined();
    expect(detectLanguage('')).toBeUndefined();
    expect(detectLanguage('12 34 56 78 90 12 34 56 78')).toBeUndefined();
  });
});

describe('findLanguage', () => {
  it('takes what the page declares where the text agrees or says nothing', () => {
    expect(findLanguage(SAMPLES['en']!, 'en-US')).toEqual({ value: 'en', evidence: 'html lang' });
    expect(findLanguage('Veles 12', 'pl')).toEqual({ value: 'pl', evidence: 'html lang' });
  });

  it('takes what the text says where the page declares something else or nothing', () => {
    expect(findLanguage(SAMPLES['de']!, 'en')).toEqual({
      value: 'de',
      evidence: 'statistics, against html lang en',
    });
    expect(findLanguage(SAMPLES['fr']!, undefined)).toEqual({ value: 'fr', evidence: 'statistics' });
    expect(findLanguage(SAMPLES['fr']!, 'x-template')).toEqual({ value: 'fr', evidence: 'statistics' });
  });

  it('refuses a text in several languages, and says which', () => {
    const mixed = [SAMPLES['en'], SAMPLES['de'], SAMPLES['en'], SAMPLES['de']].join('\n\n');
    for (const declared of ['en', 'de', undefined])
      expect(findLanguage(mixed, declared)).toEqual({ evidence: 'statistics: several languages (de, en)' });
    const quoting = [SAMPLES['en'], SAMPLES['en'], SAMPLES['en'], SAMPLES['en'], SAMPLES['de']].join('\n\n');
    expect(findLanguage(quoting, undefined)?.value).toBe('en');
  });

  it('refuses a text that bears out nothing of what its page declares', () => {
    const invented = 'Sanu pelo tabatu invu katara seno pelika mondo sera vantu kelo. '.repeat(6);
    expect(findLanguage(invented, 'en')).toEqual({
      evidence: 'html lang en, which the text does not bear out',
    });
    expect(findLanguage(invented, 'xx')).toEqual({ value: 'xx', evidence: 'html lang' });
  });

  it('tells short English sentences, in capitals too, from those of others', () => {
    expect(findLanguage('Police arrested two men in Dolna today.', undefined)?.value).toBe('en');
    expect(findLanguage('THE PORT OF VELES WAS SHUT ON FRIDAY.', undefined)?.value).toBe('en');
    expect(findLanguage('Port Veles shut', undefined)).toBeUndefined();
    expect(findLanguage('Die Polizei nahm zwei Männer fest.', undefined)?.value).not.toBe('en');
  });

  it('is unknown where neither says anything', () => {
    expect(findLanguage('', undefined)).toBeUndefined();
  });
});
