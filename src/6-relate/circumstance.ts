import type { LinkedStory } from '../model/linked-story.ts';
import type { NamedSpan, Token } from '../model/sentence.ts';
import type { Tree } from '../model/tree.ts';
import { resolveDate } from './date.ts';
import type { EndFinder } from './ends.ts';
import { supportOf } from './slots.ts';

/** When and where a statement holds, as far as its own clause says. */
export interface Circumstance {
  readonly date?: string;
  readonly dateText?: string;
  readonly place?: string;
}

/** The date and the place that hang on a trigger or on the verb that carries it. */
export function circumstanceOf(story: LinkedStory, tree: Tree, word: Token, finder: EndFinder, future: boolean, ends: readonly string[]): Circumstance {
  const hosts = hostsOf(tree, word);
  const span = dateSpan(tree, hosts);
  const dateText = span ? tree.textOf(span.first, span.last) : undefined;
  const date = dateText ? resolveDate(dateText, story.story.published, future) : undefined;
  const place = placeOf(story, tree, hosts, finder, ends);
  return { ...(date ? { date } : {}), ...(dateText ? { dateText } : {}), ...(place ? { place } : {}) };
}

/** The trigger, the verb that lends it its subject, and the verbs it is joined to. */
function hostsOf(tree: Tree, word: Token): readonly Token[] {
  const hosts = [word];
  const support = supportOf(tree, word);
  if (support) hosts.push(support.verb);
  for (let up = word; /^(conj|xcomp)$/.test(up.deprel);) {
    const head = tree.headOf(up);
    if (!head) break;
    hosts.push(head);
    up = head;
  }
  return hosts;
}

function dateSpan(tree: Tree, hosts: readonly Token[]): NamedSpan | undefined {
  const dates = tree.sentence.spans.filter((span) => span.label === 'DATE');
  for (const host of hosts) {
    const found = dates.find((span) => tree.tokens.slice(span.first, span.last).some((token) => hangsOn(tree, token, host, span)));
    if (found) return found;
  }
  return undefined;
}

function hangsOn(tree: Tree, token: Token, host: Token, span: NamedSpan): boolean {
  const head = tree.headOf(token);
  if (!head || (head.index >= span.first && head.index < span.last)) return false;
  if (head === host) return true;
  return /^(nmod|obl|obl:unmarked|nmod:unmarked|advmod|compound)/.test(token.deprel) && /^(obj|obl|nmod|nsubj)/.test(head.deprel) && tree.headOf(head) === host;
}

function placeOf(story: LinkedStory, tree: Tree, hosts: readonly Token[], finder: EndFinder, ends: readonly string[]): string | undefined {
  for (const host of hosts) {
    for (const child of tree.children(host, 'obl', 'nmod')) {
      if (!/^(in|at|near|outside|inside|across|on)$/.test(tree.caseOf(child))) continue;
      const end = finder.endsAt(child).find(({ key }) => !ends.includes(key) && /^(Place|Country)$/.test(story.entities.get(key)?.type ?? ''));
      if (end) return end.key;
    }
  }
  return undefined;
}
