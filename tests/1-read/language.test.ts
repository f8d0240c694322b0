import { describe, expect, it } from 'vitest';

import { foreignLanguage } from '../../src/1-read/language.ts';

describe('languages', () => {
  it.each([
    ['French', 'Le ministre des affaires étrangères a rencontré son homologue iranien lundi à Paris.'],
    ['German', 'Der Außenminister traf am Montag seinen Kollegen aus dem Iran in Berlin.'],
    ['Spanish', 'El canciller se reunió el lunes con su homólogo en la capital de Irán.'],
    ['Turkish', 'Dışişleri bakanı pazartesi günü Tahran’da mevkidaşıyla görüştü.'],
    ['Dutch', 'De minister ontmoette maandag zijn collega in Den Haag om te praten.'],
    ['Arabic', 'التقى وزير الخارجية نظيره الإيراني في بغداد يوم الاثنين'],
    ['Persian', 'وزیر امور خارجه روز دوشنبه با همتای خود در تهران دیدار کرد'],
    ['Urdu', 'وزیر خارجہ نے پیر کو اپنے ہم منصب سے ملاقات کی'],
    ['Chinese', '外交部长星期一在北京会见了伊朗外长。'],
    ['Japanese', '外務大臣は月曜日に東京でイランの外相と会談した。'],
    ['Russian', 'Министр иностранных дел встретился с коллегой в понедельник.'],
    ['Hindi', 'विदेश मंत्री ने सोमवार को अपने समकक्ष से मुलाकात की।'],
    ['Hebrew', 'שר החוץ נפגש ביום שני עם עמיתו מאיראן'],
    ['Korean', '외무장관은 월요일 서울에서 이란 외무장관을 만났다.'],
  ])('%s', async (language, text) => {
    expect(await foreignLanguage(text)).toBe(language);
  });

  it.each([
    'Iran.', 'Raisi met Putin.', 'Modi, Xi to meet in Tashkent', 'Taliban police arrest 12 in Kandahar', 'Misri met Muttaqi in Dubai on Wednesday.',
    'Kanaani, Netanyahu, Hamas, Hezbollah, Ansar Allah, Kataib Hezbollah', '1.2 3.4', '!!!',
    'Al-Shabab attacks Mogadishu hotel, killing nine', 'Le Monde: Macron hosts Abbas', 'Recep Tayyip Erdoğan, Abdel Fattah al-Sisi, Volodymyr Zelenskyy, Luiz Inácio Lula da Silva',
    'The slogan was "الشعب يريد إسقاط النظام", which the crowd of some two hundred repeated.', 'Schröder, Müller, Weiß und Groß GmbH sues Rheinmetall AG',
  ])('%s passes for English', async (text) => {
    expect(await foreignLanguage(text)).toBeUndefined();
  });
});
