import { expect, it } from 'vitest';
import { EDGE_TYPES, NODE_TYPES } from '../../../src/model/vocabulary.ts';
import { classOf, EDGE_CLASS_LIST, EDGE_TYPE_LIST, NODE_TYPE_LIST } from '../../../viewer/state/vocabulary.ts';
import { EDGE_CLASS_NAMES, EDGE_TYPE_NAMES, NODE_TYPE_NAMES } from '../../../viewer/strings.ts';

it('knows every type of the vocabulary, its class and its words', () => {
  expect(EDGE_TYPE_LIST.toSorted()).toEqual(Object.keys(EDGE_TYPES).toSorted());
  expect(NODE_TYPE_LIST.toSorted()).toEqual(Object.keys(NODE_TYPES).toSorted());
  for (const type of EDGE_TYPE_LIST) {
    expect(classOf(type)).toBe(EDGE_TYPES[type].class);
    expect(EDGE_TYPE_NAMES[type]).toMatch(/^[a-z ]+$/);
  }
  expect(Object.keys(EDGE_CLASS_NAMES).toSorted()).toEqual(EDGE_CLASS_LIST.toSorted());
  expect(Object.keys(NODE_TYPE_NAMES).toSorted()).toEqual(NODE_TYPE_LIST.toSorted());
});
