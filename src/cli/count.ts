/** "1 story", "2 stories"; without `many` an s makes the plural. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
