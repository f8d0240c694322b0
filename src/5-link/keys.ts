import { slug } from '../model/keys.ts';

// Key formulas, one a node type (docs/design.md lists them). All are functions of names and codes, so that the
// same actor has the same key in every story.

export const countryKey = (iso: string): string => `country:${iso}`;
export const organisationKey = (id: string): string => `org:${id}`;
export const armedGroupKey = (id: string): string => `armed:${id}`;
export const personKey = (name: string): string => `person:${slug(name)}`;
export const eventKey = (id: string): string => `event:${id}`;

/** A national body without an entry of its own: `org:IR:foreign-ministry`; without a country `org:some-name`. */
export const bodyKey = (name: string, country: string | undefined): string => `org:${country ? `${country}:` : ''}${slug(name)}`;

export const placeKey = (name: string, country: string | undefined): string => `place:${country ? `${country}:` : ''}${slug(name)}`;

/**
 * An unnamed group is the same in two stories only where its name carries who it belongs to ("Palestinian militants");
 * "militants" of one story are not those of another, so the story's id is part of the key.
 */
export const groupKey = (name: string, owner: string | undefined, story: string): string =>
  owner ? `group:${owner.replace(/^\w+:/, '')}:${slug(name)}` : `group:${slug(name)}@${slug(story)}`;
