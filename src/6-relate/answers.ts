import type { Relation } from '../model/extraction.ts';
import { edgeKey } from '../model/keys.ts';

const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  DENIED: ['ACCUSED', 'CRITICISED', 'CHARGED'],
  REJECTED: ['CALLED_ON', 'THREATENED', 'MET'],
};

/** Links a denial to the accusation that it answers, and a refusal to the request, where the story states that too. */
export function withAnswers(relations: readonly Relation[]): readonly Relation[] {
  return relations.map((relation) => {
    const types = ANSWERED[relation.type];
    const answered = types && (said(relations, relation, types) ?? claimed(relations, relation));
    if (!answered) return relation;
    const answers = edgeKey(answered.source, answered.type, answered.target, answered.polarity, answered.modality);
    return { ...relation, evidence: { ...relation.evidence, answers } };
  });
}

/** What the other party said of or asked from the one who denies or refuses. */
function said(relations: readonly Relation[], answer: Relation, types: readonly string[]): Relation | undefined {
  return relations.find((one) => one !== answer && types.includes(one.type) && one.source === answer.target && one.target === answer.source);
}

/** A deed of the denier that the other party claims. */
function claimed(relations: readonly Relation[], answer: Relation): Relation | undefined {
  return answer.type === 'DENIED' ? relations.find((one) => one !== answer && one.source === answer.source && one.evidence.attributedTo.includes(answer.target)) : undefined;
}
