import { addOwnTypeOf } from '../lexicon/own-types.ts';
import { addTriggers, type Trigger } from '../lexicon/triggers.ts';
import { addOwnTypes, ownNodeType, type EdgeType, type NodeType, type OwnEdgeType } from '../model/vocabulary.ts';
import { addNames, type ListedName } from './names.ts';
import type { OwnEdgeEntry, OwnName, OwnTrigger, Vocabulary } from './schema.ts';

/** Where two types claim the same words the surer wins: a user's own is a little surer than most. */
const OWN_CONFIDENCE = 0.85;

/**
 * Makes a vocabulary part of this thread's lexicon, from the next story on.
 * @throws DragomanError E_INTERNAL where a story was read before.
 */
export function useVocabulary(vocabulary: Vocabulary): void {
  addOwnTypes({
    nodeTypes: vocabulary.nodeTypes.map(({ name, definition, like }) => ({ name, means: definition, like })),
    edgeTypes: [],
  });
  addOwnTypes({ nodeTypes: [], edgeTypes: vocabulary.edgeTypes.map(edgeType) });
  addTriggers([
    ...vocabulary.edgeTypes.flatMap((type) => type.triggers.map((trigger) => triggerOf(trigger, type.name, type))),
    ...vocabulary.triggers.map(({ type, ...trigger }) => triggerOf(trigger, type, {})),
  ]);
  addNames(vocabulary.names.map(listed));
}

const baseOf = (type: string): NodeType => ownNodeType(type)?.like ?? type as NodeType;

function edgeType({ name, definition, class: edgeClass, kind, symmetric, plover, source, target }: OwnEdgeEntry): OwnEdgeType {
  return {
    name, means: definition, class: edgeClass, kind: kind ?? (edgeClass === 'structure' ? 'state' : 'event'), symmetric, plover,
    asks: { ...(source ? { source } : {}), ...(target ? { target } : {}) },
    ends: { ...(source ? { source: source.map(baseOf) } : {}), ...(target ? { target: target.map(baseOf) } : {}) },
  };
}

/** A trigger as the lexicon has it. What a type asks of its ends holds for each of its triggers that asks nothing else. */
function triggerOf(trigger: OwnTrigger, type: string, { source, target }: { readonly source?: OwnEdgeEntry['source']; readonly target?: OwnEdgeEntry['target'] }): Trigger {
  const sourceTypes = trigger.sourceTypes ?? source;
  const targetTypes = trigger.targetTypes ?? target;
  const whole = {
    ...trigger, type: type as EdgeType, example: trigger.example ?? '', edges: trigger.edges ?? [],
    source: trigger.source ?? ['subj'], target: trigger.target ?? ['obj'], confidence: trigger.confidence ?? OWN_CONFIDENCE,
    ...(sourceTypes ? { sourceTypes } : {}), ...(targetTypes ? { targetTypes } : {}),
  };
  return whole as Trigger;
}

function listed(name: OwnName): ListedName {
  const base = baseOf(name.type);
  if (base !== name.type) addOwnTypeOf(base, name.name, name.type as NodeType);
  return { ...name, type: base };
}
