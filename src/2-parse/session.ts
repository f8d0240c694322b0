import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-node';
import { forbidTelemetry } from './telemetry.ts';
import type { Encoding } from './wordpiece.ts';

/** What both runtimes share. */
type Runtime = Pick<typeof import('onnxruntime-node'), 'InferenceSession' | 'Tensor' | 'env'>;
export type RuntimeName = 'native' | 'wasm';

/** The model's answer for one sentence of n words. */
export interface Scores {
  /** Indexes into the label lists, one a word. */
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  /** n × tags. */
  readonly ner: Float32Array;
  /** n × (n + 1): score of each head of each word, the root first. */
  readonly arc: Float32Array;
  /** n × (n + 1): best relation for each head. */
  readonly rel: Int32Array;
  /** n × width: what the relation head asks of each word; absent where the network has no such output. */
  readonly relation?: Float32Array;
}

export interface SessionOptions {
  /** Threads within an operator; 1 where not given: more cores are better used by more workers. */
  readonly threads?: number;
  /** Forces a runtime; the native one where its library loads, else the wasm one. */
  readonly runtime?: RuntimeName;
}

/** Runs the network on one sentence a call: dynamic quantisation would make batched results depend on their neighbours. */
export class Session {
  private readonly session: InferenceSession;
  private readonly runtime: Runtime;
  readonly runtimeName: RuntimeName;

  private constructor(session: InferenceSession, runtime: Runtime, runtimeName: RuntimeName) {
    this.session = session;
    this.runtime = runtime;
    this.runtimeName = runtimeName;
  }

  static async load(folder: string, options: SessionOptions = {}): Promise<Session> {
    const weights = readFileSync(path.join(folder, 'parser.int8.onnx'));
    const [runtime, name] = await loadRuntime(options);
    const session = await runtime.InferenceSession.create(weights, {
      logSeverityLevel: 3,
      executionProviders: [name === 'native' ? 'cpu' : 'wasm'],
      intraOpNumThreads: options.threads ?? 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      // The fused kernel is slower than the addition and the normalisation that it replaces.
      extra: { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' } },
    });
    return new Session(session, runtime, name);
  }

  async score(encoding: Encoding): Promise<Scores> {
    const { ids, shapes, first, last } = encoding;
    const out = await this.session.run({
      ids: this.row(ids),
      shape: this.row(shapes),
      first: this.row(first),
      last: this.row(last),
    });
    return {
      upos: int32(out['upos']), xpos: int32(out['xpos']), feats: int32(out['feats']), lemma: int32(out['lemma']),
      ner: float32(out['ner']), arc: float32(out['arc']), rel: int32(out['rel']),
      ...(out['relation'] ? { relation: float32(out['relation']) } : {}),
    };
  }

  async dispose(): Promise<void> {
    await this.session.release();
  }

  /** Small non-negative numbers as int64: the low half of each is all that differs from zero. */
  private row(values: readonly number[]): TypedTensor<'int64'> {
    const wide = new BigInt64Array(values.length);
    const halves = new Int32Array(wide.buffer);
    for (let i = 0; i < values.length; i++) halves[2 * i] = values[i] ?? 0;
    return new this.runtime.Tensor('int64', wide, [1, values.length]);
  }
}

async function loadRuntime({ runtime, threads }: SessionOptions): Promise<readonly [Runtime, RuntimeName]> {
  if (runtime !== 'wasm' && forbidTelemetry()) {
    try {
      const native: Runtime = await import('onnxruntime-node');
      return [native, 'native'];
    } catch (error) {
      // No build of the native library for this platform: the wasm one gives the same results, more slowly.
      if (runtime === 'native') throw error;
    }
  }
  const wasm: Runtime = await import('onnxruntime-web');
  wasm.env.wasm.numThreads = threads ?? 1;
  return [wasm, 'wasm'];
}

function int32(tensor: Tensor | undefined): Int32Array {
  if (tensor?.data instanceof Int32Array) return tensor.data;
  throw new TypeError('the model gave no int32 output where one was expected');
}

function float32(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new TypeError('the model gave no float output where one was expected');
}
