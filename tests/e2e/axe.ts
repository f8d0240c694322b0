import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[] }

/** What axe-core finds wrong with the page, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The page's policy forbids foreign script tags; the debugger's channel is not bound by it.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)} })`);
  return violations.flatMap((finding) => finding.nodes.map((node) => `${finding.impact} ${finding.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
