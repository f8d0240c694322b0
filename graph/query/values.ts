// Values of the engine as JSON has them: days as YYYY-MM-DD, nodes and relationships without the engine's own ids.

/** A value as `JSON.stringify` takes it. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | { readonly [name: string]: PlainValue };

const INTERNAL = ['_id', '_src', '_dst'];

/** @param type the column's type as the engine names it, "TIMESTAMP" */
export function plain(value: unknown, type = ''): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return type.startsWith('TIMESTAMP') ? value.toISOString() : value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]));
  if (typeof value === 'object') return plainObject(value as Readonly<Record<string, unknown>>);
  return `${typeof value}`;
}

/** Of a node or relationship what it has; the engine fills in null for the properties of other tables. */
function plainObject(value: Readonly<Record<string, unknown>>): PlainValue {
  const entity = '_label' in value;
  const kept = Object.entries(value).filter(([name, item]) => !entity || (!INTERNAL.includes(name) && item !== null));
  return Object.fromEntries(kept.map(([name, item]) => [name, plain(item)]));
}
