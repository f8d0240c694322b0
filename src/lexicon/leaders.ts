import { readData } from './jsonl.ts';
import { foldName } from './fold-name.ts';
import { NameHeads } from './name-heads.ts';

/** A well-known holder of a high office; a row of `data/leaders.jsonl`. */
export interface Leader {
  /** The full name that news uses. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** ISO 3166-1 alpha-2 of the country whose office it is or was; absent only for a person of the user's own. */
  readonly country?: string;
  readonly gender?: 'male' | 'female';
}

let index: ReadonlyMap<string, readonly Leader[]> | undefined;
const heads = new NameHeads();

/** The leader of that name; a last name alone counts only where no other leader (of that country) has it. */
export function leaderByName(name: string, country?: string): Leader | undefined {
  const all = leadersNamed(name);
  if (!all.length) return undefined;
  const called = leaderCalled(name);
  if (called && (!country || called.country === country)) return called;
  const fitting = country ? all.filter((leader) => leader.country === country) : all;
  return fitting.length === 1 || (fitting.length > 1 && name.includes(' ')) ? fitting[0] : undefined;
}

/** The leader whom news calls by that name alone: an alias of the list, never a mere last name. */
export function leaderCalled(name: string): Leader | undefined {
  return leadersNamed(name).find((leader) => leader.aliases?.some((alias) => foldName(alias) === foldName(name)));
}

/** The country of all leaders of that name, where they share one: "Bush" may be father or son, but is of the United States. */
export function leaderCountry(name: string): string | undefined {
  const countries = new Set(leadersNamed(name).map((leader) => leader.country));
  return countries.size === 1 ? [...countries][0] : undefined;
}

/** The gender of all leaders of that name, where they share one. */
export function leaderGender(name: string): 'male' | 'female' | undefined {
  const genders = new Set(leadersNamed(name).map((leader) => leader.gender));
  return genders.size === 1 ? [...genders][0] : undefined;
}

function leadersNamed(name: string): readonly Leader[] {
  index ??= build();
  return heads.mayName(name) ? index.get(foldName(name)) ?? [] : [];
}

function build(): ReadonlyMap<string, readonly Leader[]> {
  const map = new Map<string, Leader[]>();
  for (const leader of readData<Leader>('leaders.jsonl')) {
    const last = leader.name.split(' ').at(-1) ?? leader.name;
    for (const form of new Set([leader.name, last, ...(leader.aliases ?? [])].map(foldName))) {
      map.set(form, [...(map.get(form) ?? []), leader]);
      heads.add(form);
    }
  }
  return map;
}
