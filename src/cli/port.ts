import { DragomanError } from '../errors.ts';

/** The number after --port; undefined where none is given. @throws DragomanError E_USAGE */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new DragomanError('E_USAGE', { what: `--port ${text} is not a port` });
  return port;
}
