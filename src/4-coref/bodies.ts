import { organisationById } from '../lexicon/organisations.ts';
import type { Mention } from '../model/mention.ts';
import { fold, type ClusterSet, type OpenCluster } from './cluster-set.ts';
import { contextCountry } from './governments.ts';
import { mostSalient, subjectsOver } from './salience.ts';

const GROUP = /^(group|movement|faction|militia|organization|organisation|network)$/;

/** Words that call a body or country by its kind; each set may stand for clusters of these types. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(country|nation|state|kingdom|republic|government|authority|official|administration|regime|leadership|cabinet)$/, ['Country']],
  [GROUP, ['ArmedGroup', 'Organisation', 'Group']],
  [/^(team|delegation|mission|panel)$/, ['Organisation', 'Group']],
  [/^(police|navy|party|bloc|alliance|coalition|league|union|federation|company|firm|airline|carrier|newspaper|daily|agency|watchdog|ministry|department|court|tribunal|parliament|assembly|council|commission|committee|army|military|bank|embassy|body|institution|channel|station)$/, ['Organisation']],
];

/** What kind of body, in the terms of `organisations.jsonl`, these nouns may call: a party is no coalition. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  party: ['party'], bloc: ['bloc', 'igo'], alliance: ['bloc', 'igo'], coalition: ['bloc'], league: ['igo', 'ngo'], union: ['union', 'igo', 'bloc'], federation: ['igo', 'ngo', 'union'],
  company: ['company'], firm: ['company'], airline: ['company'], carrier: ['company'], newspaper: ['media', 'company'], daily: ['media', 'company'], channel: ['media', 'company'], station: ['media', 'company'],
  agency: ['agency', 'igo', 'media'], watchdog: ['agency', 'igo', 'ngo'], ministry: ['ministry'], department: ['ministry', 'agency'], court: ['court', 'igo'], tribunal: ['court', 'igo'],
  force: ['army'], office: ['agency', 'ministry'], bureau: ['agency', 'ministry'], council: ['igo', 'agency', 'parliament'], commission: ['igo', 'agency'], committee: ['igo', 'agency', 'ngo'], nations: ['igo'],
  parliament: ['parliament'], assembly: ['parliament'], army: ['army'], military: ['army'], navy: ['army'], police: ['police'], bank: ['bank', 'igo'],
};

/** False where a noun calls another kind of body than the cluster is known, named or called to be. */
function mayBeCalled(cluster: OpenCluster, noun: string): boolean {
  const wanted = CALLED[noun];
  if (!wanted || cluster.type !== 'Organisation') return true;
  const known = cluster.referent?.kind === 'organisation' ? organisationById(cluster.referent.id)?.kind : undefined;
  if (known) return wanted.includes(known);
  const said = [...cluster.nouns, ...Array.from(cluster.names, (name) => name.split(' ').at(-1) ?? '')].flatMap((word) => CALLED[word] ?? []);
  return said.length === 0 || said.some((kind) => wanted.includes(kind));
}

export function resolveBody(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): void {
  const lower = /^\p{Ll}/u.test(mention.text.split(' ').at(-1) ?? '');
  const known = lower && mention.definite ? knownBody(set, mention, owner) : undefined;
  if (known) return set.join(mention, known);
  if (mention.name) {
    const core = coreName(mention, owner);
    const found = [...set.clusters].reverse().find((cluster) => cluster.type === 'Organisation' && cluster.names.has(core)
      && (!owner || !set.ownerOf(cluster) || set.ownerOf(cluster) === owner));
    if (found) return set.join(mention, found);
    const opened = set.open(mention, mention.type ?? 'Organisation');
    opened.names.add(core);
    const country = owner ?? contextCountry(set, mention);
    if (country && opened.owner === undefined && /^\p{Lu}/u.test(mention.text) === false) opened.owner = country.id;
    else if (country && opened.owner === undefined) opened.owner = country.id;
    return;
  }
  if (owner && (mention.type === 'ArmedGroup' || owner.type !== 'Country')) return set.join(mention, owner);
  const kind = KINDS.find(([pattern]) => pattern.test(mention.noun ?? ''));
  const compound = set.story.trees[mention.sentence]?.at(mention.head).deprel.match(/^(compound|amod)$/) !== null;
  if (!kind || !(mention.definite || compound)) return;
  const organ = /^(army|military|navy|police|parliament|court)$/.test(mention.noun ?? '');
  const byNoun = [...set.clusters].reverse().find((cluster) => kind[1].includes(cluster.type) && (cluster.nouns.has(mention.noun ?? '') || [...cluster.names].some((name) => name.endsWith(mention.noun ?? ' '))));
  const isObject = /^(obj|obl)/.test(set.story.trees[mention.sentence]?.at(mention.head).deprel ?? '');
  const over = isObject || GROUP.test(mention.noun ?? '') ? subjectsOver(set, mention) : new Set<OpenCluster>();
  const found = byNoun ?? (organ ? undefined : mostSalient(set, mention, (cluster) => kind[1].includes(cluster.type) && mayBeCalled(cluster, mention.noun ?? '') && !(cluster.type === 'Organisation' && over.has(cluster))));
  if (found && !(found.type === 'Group' && !mention.definite)) return set.join(mention, found);
  const host = /^(army|military|navy|police|parliament|court|air force|force)$/.test(mention.noun ?? '') ? contextCountry(set, mention) : undefined;
  if (!host) return;
  const opened = set.open(mention, 'Organisation');
  opened.names.add(mention.noun ?? '');
  opened.owner = host.id;
}

/** "the Syrian newspaper" after "the Tishrin newspaper": a body of that kind, of the same owner as far as is known. */
function knownBody(set: ClusterSet, mention: Mention, owner: OpenCluster | undefined): OpenCluster | undefined {
  const noun = mention.noun ?? '';
  return [...set.clusters].reverse().find((cluster) => cluster.type === 'Organisation'
    && (cluster.nouns.has(noun) || [...cluster.names].some((name) => name.endsWith(` ${noun}`)))
    && (!owner || set.ownerOf(cluster) === owner || (!set.ownerOf(cluster) && !isForeign(cluster, owner))) && cluster.mentions.some((one) => one.form === 'name'));
}

/** "The Iranian news agency" is not the International Atomic Energy Agency. */
function isForeign(cluster: OpenCluster, owner: OpenCluster): boolean {
  const known = cluster.referent?.kind === 'organisation' ? organisationById(cluster.referent.id) : undefined;
  return known !== undefined && owner.referent?.kind === 'country' && known.country !== owner.referent.iso;
}

/** "foreign ministry" of "Iran's Foreign Ministry" and of "the Iranian Foreign Ministry". */
function coreName(mention: Mention, owner: OpenCluster | undefined): string {
  const words = fold(mention.name ?? '').split(' ');
  const ownerWords = new Set([...(owner?.mentions ?? [])].map((one) => fold(one.text)));
  while (words.length > 1 && words[0] !== undefined && ownerWords.has(words[0])) words.shift();
  return words.join(' ');
}
