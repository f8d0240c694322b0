import { foldName } from './name-index.ts';

/** True where the name has an article of its own that the text lacks: "The Hague" is a city, "Hague" a surname. */
export function lacksArticle(text: string, forms: readonly string[]): boolean {
  if (/^the\s/i.test(text)) return false;
  const articled = forms.filter((form) => form.startsWith('The '));
  return articled.length > 0 && articled.some((form) => foldName(form) === foldName(text));
}
