import { isMainThread } from 'node:worker_threads';

/** What the native runtime reads before it sets up its telemetry. */
const SWITCH = 'ORT_DISABLE_TELEMETRY';

/**
 * Switches off the telemetry that onnxruntime-node has on by default: it keeps a device id under the home folder and looks
 * for a collector on the net, and Dragoman sends nothing anywhere. To be called before that library is loaded.
 * @returns false where it cannot be done: what a thread writes to its environment never reaches the library, so a thread
 * whose parent has not set the switch must not load it
 */
export function forbidTelemetry(): boolean {
  if (process.env[SWITCH] === '1') return true;
  if (!isMainThread) return false;
  process.env[SWITCH] = '1';
  return true;
}
