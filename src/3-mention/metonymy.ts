import type { Tree } from '../model/tree.ts';
import type { Draft } from './draft.ts';
import { countryByCapital } from '../lexicon/countries.ts';

const PARTNER_CASES = new Set(['with', 'by', 'against', 'between', 'among', 'toward', 'towards', 'behind']);
const SPEAKING_TO = /^(accuse|urge|blame|press|pressure|tell|ask|warn|criticize|criticise|condemn|support|back|praise|thank|deny|reject|allow|force|help|persuade|assure|inform|invite|join|anger|challenge|pursue|pit|give|offer|send|sell|supply|accept|want|isolate|punish|sanction|threaten|defy|convince|encourage|lambast|slam|denounce|blast|rebuke|chide|reproach|scold|berate|deride|fault|implore|beg|advise|caution|lobby|brief|arm|finance|fund|repay|reward|compel|oblige|prompt|commend|applaud|congratulate|salute|assist|endorse|oppose|provoke|irritate|infuriate|embarrass|placate|appease|reassure|remind|notify|consult|sue|snub|rebuff|outrage)$/;
const GIVEN_TO = /^(tell|give|sell|supply|provide|offer|send|say|announce|deliver|transfer|signal|message|aid|support|assistance|loyal|close|hostile|opposed|ally|threat|warning|concession|ambassador|envoy|letter|response|demand|appeal|allied|respond|appeal|object|complain|belong|speak|talk|return|reply|cooperate|note|loan|tribute|rebuke|overture|apology|ultimatum|commitment|pledge|proposal|lend|grant|donate|apologise|apologize|listen|bow|yield|protest|hint|cede|owe|plead)$/;
const COMING_FROM = /^(sanction|pressure|press|call|demand|embargo|independence|message|letter|response|approval|permission|support|concession|assurance|blame|impose|urge|order|instruction|aid|assistance|help|backing|loan|invitation|request|offer|warning|criticism|praise|rebuke|reply|reaction|protest|threat|ultimatum|proposal|guarantee|weapon|money|funding)$/;
const THEIRS = /^(ally|foe|rival|critic|enemy|opponent|criticism|support|condemnation|policy|demand|mediation|refusal|decision|accusation|recognition|request|backing|blessing|treatment|handling)$/;
const PLACE_VERBS = /^(lie|be|sit|fall|shake|host|burn|flood|remain|see|sleep|grow|become)$/;

/** A capital that acts ("Tehran says", "talks with Damascus") stands for its government, not for the city. */
export function governmentOfCapital(tree: Tree, draft: Draft): void {
  const referent = draft.referent;
  if (draft.form !== 'name' || referent?.kind !== 'place' || !referent.country) return;
  if (!countryByCapital(draft.name ?? '') || !actsAsGovernment(tree, draft)) return;
  draft.type = 'Country';
  draft.referent = { kind: 'country', iso: referent.country };
}

function actsAsGovernment(tree: Tree, draft: Draft): boolean {
  let token = tree.at(draft.head);
  while (token.deprel === 'conj' && tree.headOf(token)) token = tree.headOf(token) ?? token;
  const governor = tree.headOf(token);
  if (!governor) return false;
  const preposition = tree.caseOf(token);
  if (token.deprel === 'nsubj' && governor.upos === 'ADJ') return /^(critical|willing|ready|unwilling|opposed|committed|prepared|concerned|eager|keen|reluctant|able|supportive|responsible|determined|hopeful|silent|angry)$/.test(governor.lemma);
  if (token.deprel === 'nsubj') return !tree.child(governor, 'cop') && !PLACE_VERBS.test(governor.lemma) && governor.upos === 'VERB';
  if (token.deprel === 'obl:agent' || PARTNER_CASES.has(preposition)) return true;
  if (preposition === 'to') return GIVEN_TO.test(governor.lemma);
  if (preposition === 'on' || preposition === 'from') return COMING_FROM.test(governor.lemma);
  if (preposition === 'of') return THEIRS.test(governor.lemma);
  if (token.deprel === 'iobj') return true;
  if (token.deprel === 'obj' || token.deprel === 'nsubj:pass') return SPEAKING_TO.test(governor.lemma);
  if (token.deprel === 'nmod:poss') return !/^(airport|mayor|street|district|suburb|outskirts|zone|population|resident|center|centre|police|square|hotel|university|neighborhood|slum|port|embassy|violence|green)$/.test(governor.lemma);
  if (/^(compound|amod|nmod:desc)$/.test(token.deprel) && /^(government|administration|regime|authority|leadership)$/.test(governor.lemma)) return true;
  return /^(obl:unmarked|obl|compound|nmod)$/.test(token.deprel) && /^(backed|based|led|sponsored|funded|controlled|appointed|installed|brokered|supplied|allied|friendly|dominated|mediated|aligned|run|supported)$/i.test(governor.text) && governor.text !== 'based';
}
