/** Classes of letter case that the model was trained with; 0 is kept for the sentence's border marks. */
export const CASE_SHAPE = {
  border: 0, digits: 1, symbols: 2, lettersAndDigits: 3, lower: 4, upper: 5, oneUpper: 6, capitalised: 7, mixed: 8,
} as const;

const isLower = (letter: string): boolean => letter === letter.toLowerCase() && letter !== letter.toUpperCase();
const isUpper = (letter: string): boolean => letter === letter.toUpperCase() && letter !== letter.toLowerCase();

/** The case class of a word: the encoder's vocabulary is uncased, this is what it knows of capitals. */
export function caseShape(word: string): number {
  const letters = word.match(/\p{L}/gu);
  const hasDigit = /\p{Nd}/u.test(word);
  if (!letters) return hasDigit ? CASE_SHAPE.digits : CASE_SHAPE.symbols;
  if (hasDigit) return CASE_SHAPE.lettersAndDigits;
  if (letters.every(isLower)) return CASE_SHAPE.lower;
  if (letters.every(isUpper)) return letters.length > 1 ? CASE_SHAPE.upper : CASE_SHAPE.oneUpper;
  const [first = '', ...rest] = letters;
  return isUpper(first) && rest.every(isLower) ? CASE_SHAPE.capitalised : CASE_SHAPE.mixed;
}
