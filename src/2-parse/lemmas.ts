/** Applies one of the model's lemma rules ("0|3|y": lower case, cut three letters, add y). */
export function applyRule(form: string, rule: string): string {
  const cut = rule.indexOf('|');
  if (cut < 0) return form;
  const add = rule.indexOf('|', cut + 1);
  const base = rule.startsWith('1') ? form : form.toLowerCase();
  return base.slice(0, Math.max(0, base.length - Number(rule.slice(cut + 1, add)))) + rule.slice(add + 1);
}

export function lemmaOf(form: string, upos: string, _xpos: string, rule: string): string {
  if (upos === 'PROPN') return form;
  const lemma = applyRule(form, rule);
  return lemma || form;
}
