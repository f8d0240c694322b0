import type { Mention, Referent } from '../model/mention.ts';
import type { MentionedStory } from '../model/mentioned-story.ts';
import type { NodeType } from '../model/vocabulary.ts';

/** A cluster while the story is read. */
export interface OpenCluster {
  readonly id: number;
  readonly mentions: Mention[];
  type: NodeType;
  referent?: Referent;
  gender?: 'male' | 'female';
  plural: boolean;
  /** Lower case names without titles. */
  readonly names: Set<string>;
  /** Offices, by the lexicon's name. */
  readonly titles: Set<string>;
  /** Lemmas of the head nouns of descriptions. */
  readonly nouns: Set<string>;
  /** Cluster of the country or body that it belongs to. */
  owner?: number;
}

/** The clusters of a story as it is read from left to right, and which mention went where. */
export class ClusterSet {
  readonly story: MentionedStory;
  readonly clusters: OpenCluster[] = [];
  private readonly found: (readonly number[])[];

  constructor(story: MentionedStory) {
    this.story = story;
    this.found = story.mentions.map(() => []);
  }

  clustersOf(mention: Mention | number | undefined): readonly OpenCluster[] {
    const id = typeof mention === 'object' ? mention.id : mention;
    if (id === undefined) return [];
    return (this.found[id] ?? []).flatMap((cluster) => this.clusters[cluster] ?? []);
  }

  assignments(): readonly (readonly number[])[] {
    return this.found;
  }

  open(mention: Mention, type: NodeType): OpenCluster {
    const cluster: OpenCluster = { id: this.clusters.length, mentions: [], type, plural: mention.plural, names: new Set(), titles: new Set(), nouns: new Set() };
    this.clusters.push(cluster);
    this.join(mention, cluster);
    return cluster;
  }

  join(mention: Mention, cluster: OpenCluster): void {
    cluster.mentions.push(mention);
    this.found[mention.id] = [cluster.id];
    if (mention.form === 'name' && mention.name) cluster.names.add(fold(mention.name));
    if (mention.form === 'nominal' && mention.type === 'Group' && mention.name) cluster.names.add(fold(mention.name));
    if (mention.noun && mention.form !== 'pronoun') cluster.nouns.add(mention.noun);
    for (const role of mention.roles) cluster.titles.add(role.office);
    if (mention.referent && !cluster.referent) cluster.referent = mention.referent;
    if (mention.gender && !cluster.gender) cluster.gender = mention.gender;
    const owner = this.clustersOf(mention.owner)[0] ?? this.clustersOf(mention.roles.find((role) => role.of.length)?.of[0])[0];
    if (owner && owner !== cluster && cluster.owner === undefined) cluster.owner = owner.id;
  }

  /** A mention that stands for several things at once: "the two countries". */
  joinAll(mention: Mention, clusters: readonly OpenCluster[]): void {
    for (const cluster of clusters) cluster.mentions.push(mention);
    this.found[mention.id] = clusters.map((cluster) => cluster.id);
  }

  byReferent(referent: Referent): OpenCluster | undefined {
    return this.clusters.find((cluster) => cluster.referent && sameReferent(cluster.referent, referent));
  }

  ownerOf(cluster: OpenCluster): OpenCluster | undefined {
    return cluster.owner === undefined ? undefined : this.clusters[cluster.owner];
  }
}

export function sameReferent(a: Referent, b: Referent): boolean {
  if (a.kind === 'country' && b.kind === 'country') return a.iso === b.iso;
  if (a.kind === 'place' && b.kind === 'place') return a.name === b.name && a.country === b.country;
  return (a.kind === 'organisation' || a.kind === 'event') && a.kind === b.kind && a.id === (b as { id: string }).id;
}

/** Lower case without accents, possessive marks and a leading article. */
export function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘`]/g, "'").replace(/^the\s+/, '').replace(/'s\b/g, '').replace(/\s+/g, ' ').trim();
}
