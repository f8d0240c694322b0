import { readFileSync } from 'node:fs';

type FormsOf = Readonly<Record<string, readonly string[]>>;

interface IrregularData {
  /** Base form to the inflected forms that no rule gives, or that a rule would give to another word. */
  readonly verbs: FormsOf;
  readonly nouns: FormsOf;
  readonly adjectives: FormsOf;
  readonly adverbs: FormsOf;
  /** Plural only, or alike in both numbers. */
  readonly unchangedNouns: readonly string[];
}

const data = JSON.parse(readFileSync(new URL('./data/irregular-forms.json', import.meta.url), 'utf8')) as IrregularData;

const baseByForm = (forms: FormsOf): ReadonlyMap<string, string> =>
  new Map(Object.entries(forms).flatMap(([base, inflected]) => inflected.map((form) => [form, base] as const)));

const bases = {
  verb: baseByForm(data.verbs),
  noun: baseByForm(data.nouns),
  adjective: baseByForm(data.adjectives),
  adverb: baseByForm(data.adverbs),
};
const unchanged: ReadonlySet<string> = new Set(data.unchangedNouns);

/** The base of an irregular form in lower case ("met" → "meet"), undefined where the rules of spelling give it. */
export function irregularBase(form: string, wordClass: keyof typeof bases): string | undefined {
  return bases[wordClass].get(form);
}

/** True for plural nouns that are their own lemma ("headquarters", "series"). */
export function isUnchangedNoun(form: string): boolean {
  return unchanged.has(form);
}
