import { DragomanError } from '../errors.ts';

/** An option's whole number. @throws DragomanError E_USAGE where it is none from `least` to `most` */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new DragomanError('E_USAGE', { what: `${option} ${text} is not a whole number from ${least} to ${most}` });
  return number;
}
