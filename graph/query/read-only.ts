import { DragomanError } from '../../src/errors.ts';
import { isWord, meaningful, tokensOf } from './lexer.ts';

const READING = ['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'EXPLAIN', 'PROFILE'];

/**
 * Refuses what is no question to the graph: the database file is opened for reading only, but COPY … TO and LOAD FROM
 * would reach other files.
 * @throws DragomanError E_QUERY
 */
export function checkReading(query: string): void {
  const tokens = meaningful(tokensOf(query));
  const [first] = tokens;
  if (!first) throw new DragomanError('E_QUERY', { why: 'the query is empty' });
  const end = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === ';');
  if (end >= 0 && end < tokens.length - 1) throw new DragomanError('E_QUERY', { why: 'more than one query; give one' });
  const loads = tokens.some((token, index) => isWord(token, 'LOAD') && isWord(tokens[index + 1], 'FROM', 'WITH'));
  if (!isWord(first, ...READING) || loads) {
    throw new DragomanError('E_QUERY', { why: `${loads ? 'LOAD' : first.text} is no part of a question; a query here only reads the graph` });
  }
}
