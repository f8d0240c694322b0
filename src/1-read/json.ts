import { DragomanError } from '../errors.ts';
import { byteLines } from './byte-lines.ts';
import type { ByteStream } from './bytes.ts';
import type { Draft } from './draft.ts';
import { decode, recode, type Encoding } from './encoding.ts';
import { MAX_LINE, megabytes } from './limits.ts';
import { notice, type Notify } from './notice.ts';
import { isGraphDocument, readStoryRecord, storyRecords } from './record.ts';

/**
 * The stories of a JSON document: a record, a list of records, or an object with such a list under a usual name. A record that is no
 * story is named, and the others are read.
 * @throws DragomanError E_MALFORMED where it is no JSON.
 */
export async function* readJson(text: string, name: string, notify: Notify): AsyncGenerator<Draft> {
  const document = parseJson(text, (line) => `${name}:${line}`);
  if (isGraphDocument(document)) {
    notify(notice('skip', 'E_KIND', name, { why: 'a graph, not a story' }));
    return;
  }
  const records = [...storyRecords(document)];
  if (records.length === 0) notify(notice('skip', 'E_EMPTY', name));
  for (const [at, record] of records.entries()) {
    yield* readRecord(record, records.length === 1 ? name : `${name} (record ${at + 1})`, notify);
  }
}

/** The stories of JSON Lines, one at a time: a line that is corrupt or too long is named, and the others are read. */
export async function* readJsonLines(stream: ByteStream, encoding: Encoding, name: string, notify: Notify): AsyncGenerator<Draft> {
  const isUtf16 = encoding.startsWith('utf-16');
  for await (const line of byteLines(isUtf16 ? recode(stream, encoding) : stream, MAX_LINE)) {
    const where = `${name}:${line.number}`;
    if (line.bytes === undefined) {
      notify(notice('fail', 'E_TOO_LARGE', where, { size: `a line of ${megabytes(line.length)}`, cap: megabytes(MAX_LINE) }));
      continue;
    }
    try {
      yield* readJsonLine(line.bytes, isUtf16 ? 'detect' : encoding, where, notify);
    } catch (cause) {
      if (!(cause instanceof DragomanError)) throw cause;
      notify({ level: 'fail', source: where, error: cause });
    }
  }
}

async function* readJsonLine(bytes: Uint8Array, encoding: Encoding, where: string, notify: Notify): AsyncGenerator<Draft> {
  const { text, damaged } = decode(bytes, encoding, where);
  if (text.trim() === '') return;
  const document = parseJson(text, () => where);
  if (damaged !== undefined) notify(notice('fail', 'E_DAMAGED', where, { encoding: damaged }));
  for (const record of storyRecords(document)) yield* readRecord(record, where, notify);
}

async function* readRecord(record: unknown, where: string, notify: Notify): AsyncGenerator<Draft> {
  let draft: Draft | undefined;
  try {
    draft = await readStoryRecord(record, where);
  } catch (cause) {
    const error = new DragomanError('E_MALFORMED', { what: where, why: 'a text whose markup cannot be read' }, { cause });
    notify({ level: 'fail', source: where, error });
    return;
  }
  if (draft === undefined) notify(notice('fail', 'E_MALFORMED', where, { why: 'no story under the usual names (title, text, …)' }));
  else yield draft;
}

/** @throws DragomanError E_MALFORMED with the place that `placeOf` makes of the line of the fault. */
function parseJson(text: string, placeOf: (line: number) => string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
    throw new DragomanError('E_MALFORMED', { what: placeOf(before.split('\n').length), why: 'not valid JSON' }, { cause });
  }
}
