/**
 * Given at the first Ctrl+C or SIGTERM, so that the work can come to a good end; a second one ends the process at once.
 * @param said written to stderr at the first
 */
export function interruptSignal(said: string): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    process.stderr.write(`${said}\n`);
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return controller.signal;
}
