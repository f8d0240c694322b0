// A long list is given in pages.

import { z } from 'zod';

/** The parameters of a read that gives a page: how many at most, and how many before it. */
export const PAGE_INPUT = {
  limit: z.int().min(1).max(200).default(20).describe('how many at most'),
  offset: z.int().min(0).default(0).describe('how many to leave out before the first'),
};

/** A part of a list, and how long the list is. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({
  total: z.int().min(0).describe('how many there are in all'),
  items: z.array(item),
});

/** The asked part of a list; what is not asked for is never made. */
export function page<Item, Made>(list: readonly Item[], { limit, offset }: { readonly limit: number; readonly offset: number }, make: (item: Item) => Made): { total: number; items: Made[] } {
  return { total: list.length, items: list.slice(offset, offset + limit).map(make) };
}
