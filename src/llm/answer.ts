import { z } from 'zod';
import { EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from '../model/vocabulary.ts';

const MOST_ITEMS = 1000;
const words = z.string().trim().min(1).max(1000);

/** One statement as the model is asked for it. Nothing of it is believed before it is found in the text. */
function statementSchema() {
  const nodeType = z.enum(Object.keys(NODE_TYPES) as [NodeType, ...NodeType[]]);
  const end = z.object({ mention: words, name: words, type: nodeType });
  return z.object({
    sentence: z.number().int().nonnegative(),
    quote: words,
    source: end,
    type: z.enum(Object.keys(EDGE_TYPES) as [EdgeType, ...EdgeType[]]),
    target: end,
    trigger: words,
    polarity: z.enum(['affirmed', 'negated']),
    modality: z.enum(['asserted', 'intended', 'possible', 'hypothetical']),
    attributedTo: z.array(words).max(8),
    title: words.nullable(),
    when: words.nullable(),
  });
}

export type StatementItem = z.output<ReturnType<typeof statementSchema>>;

/** Keywords that some servers refuse in a strict schema; what they ask is checked when the answer is read. */
const LEFT_OUT: ReadonlySet<string> = new Set(['$schema', 'minLength', 'maxLength', 'minimum', 'maximum', 'maxItems']);

/** The JSON Schema of an answer, with the vocabulary as it stands. */
export function answerSchema(): object {
  const whole = z.toJSONSchema(z.object({ relations: z.array(statementSchema()) }));
  return JSON.parse(JSON.stringify(whole, (key, value: unknown) => (LEFT_OUT.has(key) ? undefined : value))) as object;
}

export interface Answer {
  readonly items: readonly StatementItem[];
  /** Items that are not of the form. */
  readonly malformed: number;
}

/**
 * The statements of an answer; those that are not of the form are left out, the others kept. Undefined where it is no
 * JSON with a list of relations, with or without words or a fence around it.
 */
export function readAnswer(content: string): Answer | undefined {
  const parsed = z.object({ relations: z.array(z.unknown()) }).safeParse(jsonWithin(content));
  if (!parsed.success) return undefined;
  const schema = statementSchema().partial({ title: true, when: true, attributedTo: true });
  const list = parsed.data.relations.slice(0, MOST_ITEMS);
  const items = list.flatMap((item): StatementItem[] => {
    const { success, data } = schema.safeParse(item);
    return success ? [{ ...data, title: data.title ?? null, when: data.when ?? null, attributedTo: data.attributedTo ?? [] }] : [];
  });
  return { items, malformed: parsed.data.relations.length - items.length };
}

function jsonWithin(content: string): unknown {
  const text = content.replace(/<think>[\s\S]*?<\/think>/g, '');
  for (const candidate of [text, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next reading may do.
    }
  }
  return undefined;
}
