/** A statement of a script: the rows that it unwinds, as values, and the rest of its text. */
export interface Statement {
  readonly rows: readonly Record<string, unknown>[];
  readonly action: string;
}

/** Reads the literals of Cypher that a script holds; anything else in their place is a fault. */
class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  value(): unknown {
    if (this.#take('[')) return this.#items(']', () => this.value());
    if (this.#take('{')) return Object.fromEntries(this.#items('}', () => [this.#match(/\w+/y), (this.#expect(':'), this.value())]));
    if (this.#peek("'")) return this.#string();
    if (this.#take('date(')) return { date: [this.value(), this.#expect(')')][0] };
    const word = this.#match(/true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/y);
    return word === 'true' || word === 'false' ? word === 'true' : Number(word);
  }

  #items<T>(end: string, one: () => T): T[] {
    const items: T[] = [];
    while (!this.#take(end)) {
      if (items.length) this.#expect(',');
      items.push(one());
    }
    return items;
  }

  #string(): string {
    const raw = this.#match(/'(?:[^'\\]|\\.)*'/ys).slice(1, -1);
    const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    const text = raw.replace(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter);
    return this.#take('+') ? text + this.#string() : text;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #peek(text: string): boolean {
    this.#space();
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    const found = this.#peek(text);
    if (found) this.#at += text.length;
    return found;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Error(`expected ${text} at ${this.rest.slice(0, 40)}`);
  }

  #match(pattern: RegExp): string {
    this.#space();
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new Error(`no literal at ${this.rest.slice(0, 40)}`);
    this.#at += found.length;
    return found;
  }
}

/**
 * The statements of a script that unwind rows. \uXXXX is replaced first and everywhere, after a second backslash too:
 * the worst that a database may do before it reads the query.
 */
export function statements(script: string): Statement[] {
  const text = script.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === "'" || character === '\\' ? `<${code}>` : character;
  });
  const found: Statement[] = [];
  for (let rest = text.slice(text.indexOf('UNWIND ')); rest.startsWith('UNWIND ');) {
    const reader = new LiteralReader(rest.slice('UNWIND '.length));
    const rows = reader.value() as Record<string, unknown>[];
    const end = reader.rest.indexOf(';\n');
    found.push({ rows, action: reader.rest.slice(0, end).trim() });
    rest = reader.rest.slice(end + 2);
    if (rest && !rest.startsWith('UNWIND ')) throw new Error(`no statement at ${rest.slice(0, 40)}`);
  }
  return found;
}
