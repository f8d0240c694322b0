import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a program ran. */
export interface Run {
  readonly seconds: number;
  /** Of the process at its largest, in MiB; 0 where the system does not tell. */
  readonly peak: number;
  readonly output: string;
}

/** Runs a program to its end. Throws with what it wrote to stderr where it fails. */
export async function timed(program: string, args: readonly string[], folder: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, residentPeak(child.pid ?? 0)); }, 50);
  const code = await new Promise<number | null>((resolve, reject) => { child.on('close', resolve).on('error', reject); });
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${complaints}`);
  return { seconds: (performance.now() - started) / 1000, peak, output };
}

/** High-water mark of a process's memory in MiB, as Linux tells it. */
function residentPeak(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
