import { DragomanError } from '../errors.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = ['\u007f', '\b'];

/**
 * The password from NEO4J_PASSWORD, or typed at a terminal without being shown.
 * @throws DragomanError E_USAGE where there is neither
 */
export async function askPassword(user: string): Promise<string> {
  const given = process.env['NEO4J_PASSWORD'];
  if (given) return given;
  if (!process.stdin.isTTY) throw new DragomanError('E_USAGE', { what: 'no password: set NEO4J_PASSWORD' });
  process.stderr.write(`Password of ${user}: `);
  const typed = await readHidden(process.stdin);
  process.stderr.write('\n');
  if (typed === undefined) throw new DragomanError('E_USAGE', { what: 'no password was typed' });
  return typed;
}

/** A line from a terminal that does not echo; undefined after Ctrl+C or Ctrl+D. */
async function readHidden(terminal: NodeJS.ReadStream): Promise<string | undefined> {
  terminal.setRawMode(true);
  terminal.setEncoding('utf8');
  let typed = '';
  try {
    for await (const chunk of terminal.iterator({ destroyOnReturn: false })) {
      for (const character of String(chunk)) {
        if (character === '\r' || character === '\n') return typed;
        if (character === CTRL_C || character === CTRL_D) return undefined;
        typed = BACKSPACE.includes(character) ? typed.slice(0, -1) : typed + character;
      }
    }
    return undefined;
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
  }
}
