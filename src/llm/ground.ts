import { resolveDate } from '../6-relate/date.ts';
import { mayJoin } from '../6-relate/end-types.ts';
import type { Entity } from '../model/entity.ts';
import type { EndMention, Evidence, TextSpan } from '../model/evidence.ts';
import type { Extraction, LinkedMention, Relation } from '../model/extraction.ts';
import { EDGE_TYPES, ownEdgeType, ownNodeType, type NodeType } from '../model/vocabulary.ts';
import type { StatementItem } from './answer.ts';
import { nearest, placesOf } from './find.ts';
import type { Resolver } from './resolve.ts';

/** A model's statements are not calibrated as those of the patterns are: all carry this. */
const CONFIDENCE = 0.7;

/** A statement that the text bears out, and where it names its ends. */
export interface Grounded {
  readonly relation: Relation;
  readonly mentions: readonly LinkedMention[];
}

interface Place {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A model's statement as evidence of the story; undefined where anything in it is not found there: the quotation, the
 * words that name the relation, either end, the office, or who claims it.
 */
export function ground(item: StatementItem, extraction: Extraction, resolver: Resolver, model: string): Grounded | undefined {
  const { story } = extraction;
  const place = sentenceOf(item, extraction);
  const find = (words: string): readonly TextSpan[] => (place ? placesOf(words, story.text, place.start, place.end) : []);
  const quote = find(item.quote)[0];
  const triggers = find(item.trigger);
  const trigger = quote && (triggers.find((one) => one.start >= quote.start && one.end <= quote.end) ?? triggers[0]);
  const title = item.title === null ? undefined : find(item.title)[0]?.text;
  if (!place || !trigger || (item.title !== null && !title) || (item.type === 'HOLDS_ROLE_IN' && !title)) return undefined;
  const from = endOf(item.source, find, trigger, resolver);
  const to = endOf(item.target, find, trigger, resolver);
  if (!from || !to || from.entity.key === to.entity.key || !fits(item, from.entity, to.entity)) return undefined;
  const attributedTo = item.attributedTo.map((name) => resolver.byName(name)?.key);
  // A claim without its claimant would stand as a fact.
  if (attributedTo.includes(undefined)) return undefined;
  const [source, target] = EDGE_TYPES[item.type].symmetric && from.entity.key > to.entity.key ? [to, from] : [from, to];
  const evidence: Evidence = {
    story: story.id, sentence: place.index, start: place.start, end: place.end, text: story.text.slice(place.start, place.end), trigger,
    sourceMention: source.mention, targetMention: target.mention,
    attributedTo: attributedTo.flatMap((key) => key ?? []),
    ...when(item, extraction, find), rule: `llm:${model}`, confidence: CONFIDENCE,
  };
  const relation: Relation = {
    source: source.entity.key, target: target.entity.key, type: item.type, polarity: item.polarity, modality: item.modality, evidence,
    ...(title && item.type === 'HOLDS_ROLE_IN' ? { titles: [title] } : {}),
  };
  return { relation, mentions: [from, to].map(({ mention, entity }) => ({ start: mention.start, end: mention.end, entity: entity.key })) };
}

/** The sentence of that number if it holds the quotation, else the only one that does. */
function sentenceOf({ sentence, quote }: StatementItem, { story, sentences = [] }: Extraction): Place | undefined {
  const places = sentences.map(([start, end], index): Place => ({ index, start, end }));
  const holds = (place: Place): boolean => placesOf(quote, story.text, place.start, place.end).length > 0;
  const said = places[sentence];
  if (said && holds(said)) return said;
  const holding = places.filter(holds);
  return holding.length === 1 ? holding[0] : undefined;
}

function endOf({ mention: words, name, type }: StatementItem['source'], find: (words: string) => readonly TextSpan[], trigger: TextSpan, resolver: Resolver): { readonly entity: Entity; readonly mention: EndMention } | undefined {
  const mention = nearest(find(words), trigger);
  const entity = mention && resolver.atMention(mention, name, type);
  if (!entity) return undefined;
  const named = entity.label === mention.text || entity.aliases.includes(mention.text);
  return { entity, mention: named ? mention : { ...mention, resolved: entity.label } };
}

/** True where the vocabulary lets the type of edge join such nodes. */
function fits({ type }: StatementItem, source: Entity, target: Entity): boolean {
  const base = (node: NodeType): NodeType => ownNodeType(node)?.like ?? node;
  const asks = ownEdgeType(type)?.asks;
  if (asks?.source?.includes(source.type) === false || asks?.target?.includes(target.type) === false) return false;
  return mayJoin(type, base(source.type), base(target.type));
}

function when({ when: words, modality }: StatementItem, { story }: Extraction, find: (words: string) => readonly TextSpan[]): { readonly date?: string; readonly dateText?: string } {
  const dateText = words === null ? undefined : find(words)[0]?.text;
  const date = dateText && resolveDate(dateText, story.published, modality === 'intended');
  return { ...(date ? { date } : {}), ...(dateText ? { dateText } : {}) };
}
