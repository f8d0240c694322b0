import { describe, expect, it, vi } from 'vitest';
import { createParser } from '../../src/2-parse/index.ts';

vi.setConfig({ testTimeout: 60_000 });
vi.mock('onnxruntime-node', () => {
  throw new Error('no build for this platform');
});

describe('without a native library', () => {
  it('the wasm runtime serves', async () => {
    const parser = await createParser();
    expect(parser.runtime).toBe('wasm');
    const { tokens } = await parser.parseWords(['Officials', 'denied', 'it', '.']);
    expect(tokens.map((token) => `${token.lemma}/${token.deprel}`)).toEqual(['official/nsubj', 'deny/root', 'it/obj', './punct']);
    await parser.dispose();
  });

  it('one who asks for it is told so', async () => {
    await expect(createParser({ runtime: 'native' })).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});
