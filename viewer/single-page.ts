import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

/** Where `dragoman export --to html` puts the graph. */
const GRAPH_PLACE = '<script type="application/json" id="graph"></script>';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** The page may run what stands in it and nothing else; it reaches no network. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'", `script-src ${hash(script)} 'wasm-unsafe-eval'`, 'worker-src blob:', `style-src ${hash(style)}`,
    'img-src data: blob:', "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

/** One page of the built parts, with an empty place for a graph. */
export function assemblePage(html: string, script: string, style: string): string {
  // No text of the program may end its own element.
  const inert = script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inert, style)}">`;
  return html
    .replace(/<script type="module"[^>]*><\/script>/, '')
    .replace(/<link rel="stylesheet"[^>]*>/, '')
    .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n    ${meta}`)
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `${GRAPH_PLACE}\n    <script type="module">${inert}</script>\n  </body>`);
}

const textOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string => {
  if (file === undefined) return '';
  if (file.type === 'chunk') return file.code;
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
};

/** Writes page.html beside the built viewer: all of it in one file. `base` is the configuration that both share. */
export function singlePage(base: InlineConfig): Plugin {
  let folder = '';
  return {
    name: 'dragoman:single-page',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle() {
      const { output } = (await build({
        ...base,
        configFile: false,
        logLevel: 'warn',
        build: { ...base.build, write: false, assetsInlineLimit: () => true, cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: false } } },
      })) as Rolldown.RolldownOutput;
      const find = (ending: string): string => textOf(output.find((file) => file.fileName.endsWith(ending)));
      await writeFile(join(folder, 'page.html'), assemblePage(find('.html'), find('.js'), find('.css')));
    },
  };
}
