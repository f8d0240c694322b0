/** Tells how far a run is: one line rewritten on a terminal, a line every hundred stories elsewhere. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private stories = 0;
  private edges = 0;
  private shown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  /** One more story, with so many statements. */
  story(title: string, statements: number): void {
    this.stories++;
    this.edges += statements;
    if (this.stream.isTTY) {
      const width = Math.max(20, (this.stream.columns || 80) - 40);
      this.stream.write(`\r\u001b[2K${this.stories} stories, ${this.edges} statements  ${title.slice(0, width)}`);
      this.shown = true;
    } else if (this.stories % 100 === 0) {
      this.stream.write(`${this.stories} stories, ${this.edges} statements\n`);
    }
  }

  /** Clears the rewritten line, so that another line can be written. */
  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[2K');
    this.shown = false;
  }
}
