export { CurrentDatabase, type ChangingGraph } from './current-database.ts';
export { QueryDatabase, type QueryLimits } from './database.ts';
export { asCsv, asJson, asTable, type QueryTable } from './format.ts';
export type { PlainValue } from './values.ts';
