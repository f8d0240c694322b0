/** Words that make up a fifth of any English text, and of no other. */
const ENGLISH_WORDS = new Set('the and of to that with from by has have had were was are said which their this they his its would been who when after about into between'.split(' '));
/** A text with this share of them is English; nothing slower need look at it. */
const ENGLISH_SHARE = 0.12;
/** So much of a text tells its language. */
const SAMPLE = 3000;
/** Of the detector's score: how high it must be for the other language, and how far above that for English. */
const SURE_SCORE = 0.7;
const SURE_LEAD = 0.15;
const FEWEST_WORDS = 6;

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

/** Scripts of which a text may be, other than Latin; ideographs and syllables count for themselves. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Arabic: /\p{Script=Arabic}/gu, Cyrillic: /\p{Script=Cyrillic}/gu, Chinese: /\p{Script=Han}/gu, Japanese: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Korean: /\p{Script=Hangul}/gu, Devanagari: /\p{Script=Devanagari}/gu, Bengali: /\p{Script=Bengali}/gu, Hebrew: /\p{Script=Hebrew}/gu,
  Greek: /\p{Script=Greek}/gu, Thai: /\p{Script=Thai}/gu, Tamil: /\p{Script=Tamil}/gu, Georgian: /\p{Script=Georgian}/gu, Armenian: /\p{Script=Armenian}/gu,
  Ethiopic: /\p{Script=Ethiopic}/gu,
};

/**
 * The name of the language, in English, of a text that is certainly not English; absent for English and wherever there is doubt (a
 * short text of names can look like any language). By script, then by function words, then by ELD's n-grams
 * (https://github.com/nitotm/efficient-language-detector-js).
 */
export async function foreignLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return undefined;
  const script = Object.entries(SCRIPTS).find(([, pattern]) => count(sample, pattern) > letters * 0.5)?.[0]
    ?? (count(sample, /\p{Script=Latin}/gu) < letters * 0.3 ? 'another script' : undefined);
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  if (script === undefined) {
    const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
    if (words.length < FEWEST_WORDS || english >= words.length * ENGLISH_SHARE) return undefined;
  }
  // Half a second of start-up that English stories do not need.
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sample);
  const scores = result.getScores();
  const score = scores[result.language] ?? 0;
  if (script !== undefined) return result.language === '' || result.language === 'en' ? script : languageName(result.language);
  const sure = result.isReliable() && score >= SURE_SCORE && score - (scores['en'] ?? 0) >= SURE_LEAD;
  return sure && result.language !== 'en' ? languageName(result.language) : undefined;
}

function languageName(code: string): string {
  return LANGUAGE_NAMES.of(code) ?? code;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
