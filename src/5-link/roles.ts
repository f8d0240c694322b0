import { leaderCountry } from '../lexicon/leaders.ts';
import type { Role } from '../model/entity.ts';
import type { Mention, RoleDescription } from '../model/mention.ts';
import { countryKey } from './keys.ts';

/** Finds the key of the body that an office belongs to, in the order: said with it, said of the person before, known, the story's country. */
export function officeOwner(role: RoleDescription, keysOf: (mention: number) => readonly string[], known: { readonly name: string; readonly said: readonly string[]; readonly countryOf: (key: string) => string | undefined; readonly near: string | undefined; readonly nearBody: string | undefined; readonly context: string | undefined }): string | undefined {
  const said = role.of.flatMap(keysOf).find((key) => /^(country|org|armed|place):/.test(key));
  if (said) return said;
  const through = role.of.flatMap(keysOf).map((key) => known.countryOf(key)).find((key) => key !== undefined);
  if (through && role.scope === 'country') return through;
  // Only the United States call their foreign and other ministers so.
  if (/^secretary of (state|defense|homeland security|the treasury|energy|commerce|agriculture|labor|transportation|the interior)$/.test(role.office) || /secretary of state$/i.test(role.title)) return countryKey('US');
  const before = known.said[0];
  if (before && role.scope === 'country') return before;
  const iso = leaderCountry(known.name);
  if (iso && role.scope === 'country') return countryKey(iso);
  if (role.scope === 'country') return known.near ?? known.context;
  return /^(spokesman|spokeswoman|spokesperson|secretary-general|secretary general)$/.test(role.office) ? known.nearBody : undefined;
}

/** The offices of a person, each once, a former one kept apart from a current one. */
export function rolesOf(mentions: readonly Mention[], ownerOf: (role: RoleDescription, mention: Mention) => string | undefined): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const mention of mentions) {
    for (const role of mention.roles) {
      const of = ownerOf(role, mention);
      if (!of || of.startsWith('place:') && role.scope === 'country') continue;
      const key = `${role.title}|${of}|${role.status}`;
      if (!roles.has(key)) roles.set(key, { title: role.title, of, status: role.status });
    }
  }
  return [...roles.values()];
}
