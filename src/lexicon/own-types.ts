import type { NodeType } from '../model/vocabulary.ts';

const types = new Map<string, NodeType>();

const idOf = (base: NodeType, label: string): string => `${base} ${label.toLowerCase()}`;

/** Says that the thing of that name, which the phases treat as one of the type `base`, is of a user's own type. */
export function addOwnTypeOf(base: NodeType, label: string, own: NodeType): void {
  types.set(idOf(base, label), own);
}

/** The user's own type of a thing, where it has one. */
export function ownTypeOf({ type, label }: { readonly type: NodeType; readonly label: string }): NodeType | undefined {
  return types.get(idOf(type, label));
}
