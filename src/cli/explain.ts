import type { Extraction, Relation } from '../model/extraction.ts';

/** Why each edge of a story is there, as text: ends, rule, trigger, who claims it, and the sentence. */
export function explain(extraction: Extraction): string {
  const label = new Map(extraction.entities.map((entity) => [entity.key, entity.label]));
  const name = (key: string): string => label.get(key) ?? key;
  const lines = [`# ${extraction.story.title ?? extraction.story.id}`];
  for (const relation of extraction.relations) lines.push(...describe(relation, name));
  return `${lines.join('\n')}\n\n`;
}

function describe(relation: Relation, name: (key: string) => string): readonly string[] {
  const { evidence } = relation;
  const negated = relation.polarity === 'negated' ? 'NOT ' : '';
  const claimed = evidence.attributedTo.length ? `, claimed by ${evidence.attributedTo.map(name).join(' > ')}` : '';
  const when = evidence.date ?? evidence.dateText;
  return [
    `${name(relation.source)} ${negated}${relation.type} ${name(relation.target)} (${relation.modality}${claimed}${when ? `, ${when}` : ''}${evidence.place ? `, ${name(evidence.place)}` : ''})`,
    `  rule ${evidence.rule}, confidence ${evidence.confidence.toFixed(2)}: "${evidence.sourceMention.text}" · "${evidence.trigger.text}" · "${evidence.targetMention.text}"`,
    `  ${evidence.text}`,
  ];
}
