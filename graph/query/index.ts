export { QueryDatabase } from './database.ts';
export { asCsv, asJson, asTable, type QueryTable } from './format.ts';
export type { PlainValue } from './values.ts';
