import { expect, it } from 'vitest';
import { withSection } from '../../../scripts/eval/sections.ts';

const PAGE = '# Quality\n\n## Scores\n\n<!-- eval:scores -->\nold\n<!-- /eval:scores -->\n\n## Speed\n\nfast\n';

it('replaces what stands between the marks and nothing else', () => {
  expect(withSection(PAGE, { name: 'scores', heading: 'Scores', text: 'new' })).toBe(PAGE.replace('old', 'new'));
});

it('adds a section that the page lacks, once', () => {
  const section = { name: 'ablation', heading: 'Ablation', text: 'a table' };
  const page = withSection(PAGE, section);
  expect(page).toBe(`${PAGE}\n## Ablation\n\n<!-- eval:ablation -->\na table\n<!-- /eval:ablation -->\n`);
  expect(withSection(page, section)).toBe(page);
});
