// What the database must have before rows come: keys that are unique, and indexes that find names and sentences.

/** Run one by one; each does nothing where it is there already. */
export const SCHEMA: readonly string[] = [
  unique('dragoman_entity_key', 'Entity', 'key'),
  unique('dragoman_story_id', 'Story', 'id'),
  unique('dragoman_evidence_key', 'Evidence', 'key'),
  index('dragoman_entity_name', 'Entity', 'name'),
  index('dragoman_evidence_relation', 'Evidence', 'relation'),
  index('dragoman_evidence_answers', 'Evidence', 'answers'),
  index('dragoman_evidence_date', 'Evidence', 'dateStart'),
  index('dragoman_story_published', 'Story', 'published'),
  fullText('dragoman_entity_names', 'Entity', ['name', 'aliases'], 'standard-folding'),
  fullText('dragoman_evidence_text', 'Evidence', ['text'], 'english'),
  fullText('dragoman_story_text', 'Story', ['title', 'text'], 'english'),
];

/** Indexes are filled in the background; seconds at most for what is there before the first push. */
export const AWAIT_INDEXES = 'CALL db.awaitIndexes(300)';

function unique(name: string, label: string, property: string): string {
  return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
}

function index(name: string, label: string, property: string): string {
  return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}

/** @param analyzer which words count as the same: without accents ("standard-folding"), of one stem ("english") */
function fullText(name: string, label: string, properties: readonly string[], analyzer: 'english' | 'standard-folding'): string {
  const each = properties.map((property) => `n.${property}`).join(', ');
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [${each}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`;
}
