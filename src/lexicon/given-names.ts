import { readFileSync } from 'node:fs';

type Gender = 'male' | 'female';

let genders: ReadonlyMap<string, Gender> | undefined;

/** The gender that a given name tells in news text ("Laura"); undefined where it tells none. A row of `data/given-names.json` each. */
export function genderOfName(given: string): Gender | undefined {
  genders ??= load();
  return genders.get(given.normalize('NFKD').replace(/\p{M}/gu, ''));
}

function load(): ReadonlyMap<string, Gender> {
  const data = JSON.parse(readFileSync(new URL('./data/given-names.json', import.meta.url), 'utf8')) as Record<Gender, string[]>;
  return new Map([...data.male.map((name) => [name, 'male'] as const), ...data.female.map((name) => [name, 'female'] as const)]);
}
