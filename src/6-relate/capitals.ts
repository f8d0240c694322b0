import { countryByCapital } from '../lexicon/countries.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { End } from './ends.ts';

/** The country of a capital, as an end with the same words; the place itself where it is no capital. */
export function governmentOf(story: LinkedStory, end: End): End {
  const place = story.entities.get(end.key);
  const country = place && countryByCapital(place.label);
  const key = country ? `country:${country.iso}` : undefined;
  return key && story.entities.has(key) ? { ...end, key } : end;
}
