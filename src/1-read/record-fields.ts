// Looking into values of which nothing is known but that they came from JSON.

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field: a string that is not blank, a number, or the paragraphs of a list of strings. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part: unknown) => (isRecord(part) ? textOf(part['text'] ?? part['content'] ?? part['value']) : textOf(part)));
  const texts = parts.filter((part) => part !== undefined);
  return texts.length === 0 ? undefined : texts.join('\n');
}

export function fieldText(record: JsonRecord | undefined, name: string): string | undefined {
  const text = textOf(record?.[name]);
  return text?.trim();
}

/** The name of a person or a publisher: a string, an object with a name, or a list of either. */
export function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== undefined);
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
  }
  if (isRecord(value)) return nameOf(value['name'] ?? value['title'] ?? value['display_name'] ?? value['displayName']);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Key as it is compared: small letters, without "_", "-", ":" and blanks. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[\s_:-]/g, '');
}

/** A record with folded keys; the first of equal keys counts. */
export function foldKeys(record: JsonRecord): ReadonlyMap<string, unknown> {
  const folded = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) if (!folded.has(foldKey(key))) folded.set(foldKey(key), value);
  return folded;
}

/** The records that a document holds: itself, its items where it is a list, and those under the keys named, to any depth up to 4. */
export function recordsIn(value: unknown, keys: readonly string[], depth = 0): JsonRecord[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => recordsIn(item, keys, depth));
  if (!isRecord(value)) return [];
  const nested = depth >= 4 ? [] : keys.flatMap((key) => (value[key] === undefined ? [] : recordsIn(value[key], keys, depth + 1)));
  return [value, ...nested];
}
