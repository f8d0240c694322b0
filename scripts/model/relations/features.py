"""What the relation head knows of two mentions beside the words: kept alike with src/2-parse/relation-head.ts and pair-path.ts."""
import math

TYPES = ['MET', 'SPOKE_WITH', 'WROTE_TO', 'VISITED', 'MEDIATED', 'PRAISED', 'SUPPORTED', 'AGREED_WITH', 'RECOGNISED', 'CALLED_ON',
         'PARTNERS_WITH', 'AIDED', 'INVESTED_IN', 'YIELDED_TO', 'APPOINTED', 'CRITICISED', 'ACCUSED', 'DENIED', 'REJECTED',
         'THREATENED', 'PROTESTED_AGAINST', 'SANCTIONED', 'CHARGED', 'DISMISSED', 'DETAINED', 'COERCED', 'MOBILISED_AGAINST',
         'ATTACKED', 'KILLED', 'FOUGHT', 'HOLDS_ROLE_IN', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN', 'CONTROLS', 'BORDERS',
         'HAS_MISSION_IN', 'FAMILY_OF', 'OWNS', 'ALLIED_WITH', 'AT_ODDS_WITH', 'TOOK_PART_IN']
SYMMETRIC = {'MET', 'SPOKE_WITH', 'AGREED_WITH', 'PARTNERS_WITH', 'FOUGHT', 'BORDERS', 'FAMILY_OF', 'ALLIED_WITH', 'AT_ODDS_WITH'}
NODE_TYPES = ['Country', 'Person', 'Organisation', 'ArmedGroup', 'Place', 'Group', 'Event']
FORMS = ['name', 'demonym', 'nominal', 'pronoun']
CASES = ['of', 'in', 'to', 'with', 'for', 'on', 'from', 'by', 'at', 'against', 'between', 'after', 'over', 'into', 'about', 'under',
         'during', 'near', 'as', 'before', 'toward', 'among', 'through', 'within', 'across', 'outside', 'including', 'than', 'along', 'since']
STEPS, LONGEST, FARTHEST = 4, 7, 5


def bare(relation):
    return relation.split(':')[0]


def case_row(sentence, token):
    found = [word.lower() for word, head, relation in zip(sentence['words'], sentence['heads'], sentence['relations'])
             if head == token and relation == 'case' and word not in ("'s", '’s')]
    if not found:
        return 0
    return CASES.index(found[0]) + 1 if found[0] in CASES else len(CASES) + 1


def up_from(sentence, token):
    path = [token]
    while sentence['heads'][path[-1]] >= 0 and len(path) < len(sentence['words']):
        path.append(sentence['heads'][path[-1]])
    return path


def pair_rows(sentence, relations):
    """For each directed pair of mentions of different entities: their indices and the rows of each feature's table."""
    mentions = sentence['mentions']
    above = [up_from(sentence, mention['token']) for mention in mentions]
    cases = [case_row(sentence, mention['token']) for mention in mentions]
    index = {relation: row for row, relation in enumerate(relations)}
    empty = 4 * len(relations)
    for a, source in enumerate(mentions):
        for b, target in enumerate(mentions):
            if a == b or set(source['entities']) & set(target['entities']):
                continue
            meet = next((token for token in above[b] if token in above[a]), None)
            up = above[a][:above[a].index(meet)] if meet is not None else above[a]
            down = above[b][:above[b].index(meet)] if meet is not None else above[b]
            row = lambda token, place, is_down: 4 * index.get(bare(sentence['relations'][token]), 0) + (2 if place else 0) + is_down
            steps = [row(token, place, 0) for place, token in enumerate(up[:STEPS])] + [row(token, place, 1) for place, token in enumerate(down[:STEPS])]
            distance = target['token'] - source['token']
            reach = min(FARTHEST, int(math.log2(abs(distance) + 1)))
            yield a, b, {
                'distance': FARTHEST + (reach if distance > 0 else -reach), 'sourceCase': cases[a], 'targetCase': cases[b],
                'length': min(LONGEST, len(up) + len(down)), 'step': (steps + [empty] * 2 * STEPS)[:2 * STEPS],
                'sourceType': NODE_TYPES.index(source['type']) if source['type'] in NODE_TYPES else len(NODE_TYPES),
                'targetType': NODE_TYPES.index(target['type']) if target['type'] in NODE_TYPES else len(NODE_TYPES),
                'sourceForm': FORMS.index(source['form']), 'targetForm': FORMS.index(target['form']),
            }
