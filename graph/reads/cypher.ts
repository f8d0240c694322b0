import { z } from 'zod';
import { defineRead } from './read.ts';

const LONGEST_QUERY = 100_000;
/** Milliseconds. */
const LONGEST_WAIT = 30_000;

export const cypher = defineRead({
  name: 'cypher',
  title: 'A question in Cypher',
  description: 'Asks the graph in Cypher, for reading only, for what the other reads cannot answer, such as counts. '
    + '(:Entity {key, name, type, country, mentions}), types as labels (:Person), (:Country); between them [:MET], [:ATTACKED] … {key, status, polarity, modality, weight, dateStart}; '
    + "(:Evidence {relation: the edge's key, text, date})-[:IN_STORY]->(:Story {title, outlet, published, url}), -[:ATTRIBUTED_TO]->(:Entity). "
    + 'Name columns with AS, give a LIMIT; a query is stopped after 30 seconds.',
  input: z.strictObject({
    query: z.string().min(1).max(LONGEST_QUERY).describe('MATCH (a:Person)-[r:MET]->(b) RETURN a.name, r.key, b.name LIMIT 20'),
    limit: z.int().min(1).max(10_000).default(1000).describe('how many rows at most'),
  }),
  output: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.unknown())).describe('values in the order of the columns; nodes and relationships as objects'),
    total: z.int().describe('how many rows there are in all'),
  }),
  run: async ({ database }, { query, limit }) => {
    const { columns, rows, total } = await database.run(query, { rows: limit, time: LONGEST_WAIT });
    return { columns: [...columns], rows: rows.map((row) => [...row]), total };
  },
});
