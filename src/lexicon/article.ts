import { foldName } from './fold-name.ts';

/** True where the name has an article of its own that the text lacks: "The Hague" is a city, "Hague" a surname. */
export function lacksArticle(text: string, forms: readonly string[]): boolean {
  if (/^the\s/i.test(text)) return false;
  return forms.some((form) => form.startsWith('The ') && foldName(form) === foldName(text));
}
