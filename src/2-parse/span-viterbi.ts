import type { NamedSpan } from '../model/sentence.ts';

/** Finds the best sequence of span tags in which I-X follows only B-X or I-X, and the spans that it says. */
export class SpanDecoder {
  private readonly tags: readonly string[];
  /** For an I- tag, the B- tag of its type; -1 for all others. */
  private readonly begins: Int32Array;

  /** `tags`: "O", "B-X" and "I-X" in the order of the model's scores. */
  constructor(tags: readonly string[]) {
    this.tags = tags;
    this.begins = Int32Array.from(tags, (tag) => (tag.startsWith('I-') ? tags.indexOf(`B-${tag.slice(2)}`) : -1));
  }

  /** `scores`: a row of tag scores a word. */
  decode(scores: ArrayLike<number>, words: number): readonly NamedSpan[] {
    return this.spans(this.bestPath(scores, words));
  }

  private bestPath(scores: ArrayLike<number>, words: number): Int32Array {
    const count = this.tags.length;
    const back = new Int32Array(words * count);
    let before = new Float64Array(count).fill(0);
    let now = new Float64Array(count);
    for (let word = 0; word < words; word++) {
      const bestBefore = argmax(before);
      for (let tag = 0; tag < count; tag++) {
        const begin = this.begins[tag] ?? -1;
        let from = bestBefore;
        if (begin >= 0) from = (before[tag] ?? 0) > (before[begin] ?? 0) ? tag : begin;
        const allowed = begin < 0 || word > 0;
        back[word * count + tag] = from;
        now[tag] = allowed ? (before[from] ?? 0) + (scores[word * count + tag] ?? 0) : -Infinity;
      }
      [before, now] = [now, before];
    }
    const path = new Int32Array(words);
    let tag = argmax(before);
    for (let word = words - 1; word >= 0; word--) {
      path[word] = tag;
      tag = back[word * count + tag] ?? 0;
    }
    return path;
  }

  private spans(path: Int32Array): readonly NamedSpan[] {
    const out: NamedSpan[] = [];
    let first = -1;
    let label = '';
    path.forEach((tag, word) => {
      const name = this.tags[tag] ?? 'O';
      if (name.startsWith('I-')) return;
      if (first >= 0) out.push({ first, last: word, label });
      first = name === 'O' ? -1 : word;
      label = name.slice(2);
    });
    if (first >= 0) out.push({ first, last: path.length, label });
    return out;
  }
}

function argmax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}
