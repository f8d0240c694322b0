"""Trains parser and relation head as one network.

usage: python train.py SENTENCES.jsonl PARSER.pt OUT.pt [--texts WORDS.jsonl] [--held-out .08] [--start TRAINED.pt] [--stages 01]

SENTENCES comes from relations/sentences.ts and relations/written.ts, WORDS from texts.ts: further sentences without annotations, {"words", "ids", …} a line.
The parser of PARSER.pt is the teacher: on every sentence the network learns to give the parser's own probabilities (distillation,
Hinton et al. 2015), so that one encoder serves both, and on the annotated ones also the relations.
"""
import argparse
import json
import math
import random
import time
import zlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from network import TAGS, network_for, parser_state
from relations.features import SYMMETRIC, TYPES, bare, pair_rows

BATCH, WARM_UP, TRIGGER_WEIGHT = 24, 150, .1
# First the relations are learned; then, more slowly and with less noise, the network comes back to what its teacher says of the tree.
# Last, where sentences were added to a trained network, only what reads the relations learns: the tree stays as it is.
STAGES = ({'epochs': 8, 'rates': {'encoder': 1.5e-4, 'parser': 1.5e-4, 'relation': 6e-4}, 'relations': .5, 'drop': (.1, .2)},
          {'epochs': 3, 'rates': {'encoder': 8e-5, 'parser': 8e-5, 'relation': 1.5e-4}, 'relations': .3, 'drop': (.05, .05)},
          {'epochs': 4, 'rates': {'relation': 5e-4}, 'relations': 1., 'drop': (0., 0.)})
# In the sentences that were written for training these were not always marked, so that their absence says nothing.
NOT_ALWAYS_MARKED = {'PART_OF', 'LOCATED_IN', 'HOLDS_ROLE_IN'}
PARSER_WEIGHTS = {'upos': .5, 'xpos': .5, 'feats': .4, 'lem': .4, 'ner': 1., 'arc': 1., 'rel': 1.}


def annotated(sentence, relations):
    """The pairs of a sentence, what is right of them, and what is left open: a pair whose entities another pair joins so."""
    mentions = sentence['mentions']
    right, joined, triggers = {}, {}, {}
    entities = lambda a, b: (str(mentions[a]['entities']), str(mentions[b]['entities']))
    for a, kind, b, trigger in sentence['edges']:
        for source, target in ((a, b), (b, a)) if kind in SYMMETRIC else ((a, b),):
            right.setdefault((source, target), set()).add(kind)
            joined.setdefault(entities(source, target), set()).add(kind)
            if trigger >= 0:
                triggers[source, target] = trigger
    rows = list(pair_rows(sentence, relations))
    truth = np.array([[kind in right.get((a, b), ()) for kind in TYPES] for a, b, _ in rows], dtype=np.float32).reshape(-1, len(TYPES))
    left_open = np.array([[kind in joined.get(entities(a, b), ()) for kind in TYPES] for a, b, _ in rows], dtype=bool).reshape(-1, len(TYPES))
    if sentence['story'].startswith('written:'):
        left_open |= np.array([kind in NOT_ALWAYS_MARKED for kind in TYPES])
    features = {name: np.array([row[name] for _, _, row in rows]) for name in (rows[0][2] if rows else ())}
    return {**features, 'truth': truth, 'counts': np.where(left_open & (truth == 0), 0., 1.).astype(np.float32),
            'source': np.array([mentions[a]['token'] for a, _, _ in rows], dtype=np.int64), 'target': np.array([mentions[b]['token'] for _, b, _ in rows], dtype=np.int64),
            'triggers': np.array([triggers.get((a, b), -1) for a, b, _ in rows], dtype=np.int64)}


def collate(sentences):
    length, words = max(len(one['ids']) for one in sentences), max(len(one['first']) for one in sentences)
    ids, shapes, mask = np.zeros((len(sentences), length), np.int64), np.zeros((len(sentences), length), np.int64), np.zeros((len(sentences), length), bool)
    first, last, word_mask = np.zeros((len(sentences), words), np.int64), np.zeros((len(sentences), words), np.int64), np.zeros((len(sentences), words), bool)
    for row, one in enumerate(sentences):
        pieces, count = len(one['ids']), len(one['first'])
        ids[row, :pieces], shapes[row, :pieces], mask[row, :pieces] = one['ids'], one['shapes'], True
        first[row, :count], last[row, :count], word_mask[row, :count] = one['first'], one['last'], True
    return tuple(map(torch.from_numpy, (ids, shapes, mask, first, last))), torch.from_numpy(word_mask)


def pair_batch(sentences):
    batch = {name: torch.from_numpy(np.concatenate([one['pairs'][name] for one in sentences])) for name in sentences[0]['pairs']}
    batch['sentence'] = torch.from_numpy(np.repeat(np.arange(len(sentences)), [len(one['pairs']['truth']) for one in sentences]))
    return batch


def groups(sentences, size=BATCH):
    """Sentences of like length together, in random order."""
    ordered = sorted(sentences, key=lambda one: len(one['ids']) + 6 * random.random())
    batches = [ordered[at:at + size] for at in range(0, len(ordered), size)]
    random.shuffle(batches)
    return batches


def masked_arcs(arc, word_mask):
    return torch.cat([arc[:, :, :1], arc[:, :, 1:].masked_fill(~word_mask.unsqueeze(1), -1e4)], -1)


def teach(teacher, sentences):
    """Puts into each sentence the teacher's log probabilities, and the heads for which the labels' are given."""
    teacher.eval()
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for group in groups(sentences, 48):
            inputs, word_mask = collate(group)
            out = teacher(*inputs)
            arc = masked_arcs(out['arc'].float(), word_mask)
            heads = arc.argmax(-1)
            given = {name: out[name].float().log_softmax(-1).half().numpy() for name in (*TAGS, 'ner')}
            given['rel'] = teacher.labels_at(out['labels'], heads).float().log_softmax(-1).half().numpy()
            given['arc'] = arc.log_softmax(-1).half().numpy()
            for row, one in enumerate(group):
                count = len(one['first'])
                one['teacher'] = {name: (value[row, :count, :count + 1] if name == 'arc' else value[row, :count]).copy() for name, value in given.items()}
                one['heads'] = heads[row, :count].numpy()


def parser_loss(net, out, sentences, word_mask):
    """Cross entropy against the teacher's probabilities, a mean over words for each output."""
    words = word_mask.shape[1]
    heads = torch.zeros(word_mask.shape, dtype=torch.long)
    for row, one in enumerate(sentences):
        heads[row, :len(one['heads'])] = torch.from_numpy(one['heads'])
    scores = {name: out[name].float() for name in (*TAGS, 'ner')}
    scores['arc'], scores['rel'] = masked_arcs(out['arc'].float(), word_mask), net.labels_at(out['labels'], heads).float()
    loss = 0.
    for name, score in scores.items():
        goal = np.zeros(score.shape, np.float32)
        for row, one in enumerate(sentences):
            given = one['teacher'][name]
            goal[row, :given.shape[0], :given.shape[1]] = np.exp(given.astype(np.float32))
        loss = loss - PARSER_WEIGHTS[name] * (torch.from_numpy(goal) * score.log_softmax(-1)).sum() / word_mask.sum()
    return loss


def relation_loss(net, out, sentences, word_mask):
    batch = pair_batch(sentences)
    scores, attention = net.pairs(out['relation'].float(), word_mask, batch)
    loss = (F.binary_cross_entropy_with_logits(scores, batch['truth'], reduction='none') * batch['counts']).sum() / max(1., batch['truth'].sum().item())
    known = batch['triggers'] >= 0
    if known.any():
        loss = loss - TRIGGER_WEIGHT * (attention[known, batch['triggers'][known]] + 1e-6).log().mean()
    return loss


def optimiser_of(net, rates):
    part = lambda name: 'encoder' if name.startswith(('layers', 'embeddings', 'norm')) else 'relation' if name.startswith(('relation', 'pairs')) else 'parser'
    for name, weight in net.named_parameters():
        weight.requires_grad_(part(name) in rates and not name.startswith('embeddings.word'))
    named = [(part(name), weight) for name, weight in net.named_parameters() if weight.requires_grad]
    return torch.optim.AdamW([{'params': [weight for of, weight in named if of == name], 'base': rate} for name, rate in rates.items()], lr=1e-4, weight_decay=.02, betas=(.9, .98))


def train(net, examples, texts, held, stage, save):
    epochs, optimiser = stage['epochs'], optimiser_of(net, stage['rates'])
    net.set_dropout(*stage['drop'])
    learns_tree = 'encoder' in stage['rates']
    total, step = epochs * math.ceil(len(examples) / BATCH), 0
    for epoch in range(epochs):
        net.train()
        started, losses = time.time(), []
        others = groups(random.sample(texts, min(len(texts), len(examples)))) if texts and learns_tree else []
        for number, group in enumerate(groups(examples)):
            for parameters in optimiser.param_groups:
                parameters['lr'] = parameters['base'] * min(1, (step + 1) / WARM_UP) * (1 - step / total)
            optimiser.zero_grad()
            both = []
            for sentences, has_relations in ((group, True), *(((others[number], False),) if number < len(others) else ())):
                inputs, word_mask = collate(sentences)
                with torch.autocast('cpu', dtype=torch.bfloat16):
                    out = net(*inputs)
                loss = parser_loss(net, out, sentences, word_mask) * (.5 if others else 1.) if learns_tree else torch.zeros(())
                if has_relations:
                    relation = relation_loss(net, out, sentences, word_mask)
                    both += [loss.item(), relation.item()]
                    loss = loss + stage['relations'] * relation
                loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.)
            optimiser.step()
            losses.append(both)
            step += 1
            if step % 50 == 0:
                print(f'  step {step}/{total}, {time.time() - started:.0f} s, {np.mean(losses[-50:], 0).round(3)}', flush=True)
        print(f'epoch {epoch + 1}: parser {np.mean(losses, 0)[0]:.3f} relations {np.mean(losses, 0)[1]:.3f}; {measure(net, held)}', flush=True)
        save()


def measure(net, held):
    """On held-out sentences: the share of words on whose head and tags the teacher agrees, and the relation head's best F1 over thresholds."""
    net.eval()
    agree, words, scored = 0, 0, []
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for group in groups(held, 48):
            inputs, word_mask = collate(group)
            out = net(*inputs)
            heads = masked_arcs(out['arc'].float(), word_mask).argmax(-1).numpy()
            for row, one in enumerate(group):
                agree, words = agree + (heads[row, :len(one['heads'])] == one['heads']).sum(), words + len(one['heads'])
            batch = pair_batch(group)
            probabilities = net.pairs(out['relation'].float(), word_mask, batch)[0].float().sigmoid()
            scored.append((probabilities[batch['counts'] > 0], batch['truth'][batch['counts'] > 0]))
    probability, truth = (torch.cat(parts).numpy() for parts in zip(*scored))
    best = (0., 0., 0., 0.)
    for least in np.arange(.2, .85, .05):
        said = probability >= least
        right = (truth[said] > 0).sum()
        precision, recall = right / max(1, said.sum()), right / max(1, truth.sum())
        best = max(best, (2 * precision * recall / max(1e-9, precision + recall), precision, recall, least))
    return f'heads as the teacher {agree / max(1, words):.4f}, relations F {best[0]:.3f} (P {best[1]:.3f} R {best[2]:.3f} from {best[3]:.2f})'


def main():
    arguments = argparse.ArgumentParser()
    for name in ('sentences', 'parser', 'out'):
        arguments.add_argument(name)
    arguments.add_argument('--texts')
    arguments.add_argument('--start')
    arguments.add_argument('--stages', default='01')
    arguments.add_argument('--held-out', type=float, default=.08)
    given = arguments.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    read = lambda path: [json.loads(line) for line in open(path)] if path else []
    sentences, texts = read(given.sentences), read(given.texts)
    relations = sorted({bare(relation) for sentence in sentences for relation in sentence['relations']})
    for sentence in sentences:
        sentence['pairs'] = annotated(sentence, relations)
    sentences = [one for one in sentences if len(one['pairs']['truth'])]
    saved = torch.load(given.parser, map_location='cpu')
    net = network_for(saved['V'], relations)
    missing, unknown = net.load_state_dict(parser_state(saved['sd']), strict=False)
    assert not unknown and all(name.startswith(('relation', 'pairs')) for name in missing), (missing, unknown)
    started = time.time()
    teach(net, sentences + texts)
    print(f'{len(sentences)} annotated sentences, {len(texts)} others, taught in {time.time() - started:.0f} s', flush=True)
    # By story, so that no sentence stands beside one of the same story on the other side.
    is_held = lambda one: zlib.crc32(one['story'].encode()) % 1000 < 1000 * given.held_out
    held = [one for one in sentences if is_held(one)]
    save = lambda: torch.save({'state': net.state_dict(), 'labels': saved['V'], 'relations': relations}, given.out)
    if given.start:
        net.load_state_dict(torch.load(given.start, map_location='cpu')['state'])
    for stage in given.stages:
        train(net, [one for one in sentences if not is_held(one)], texts, held, STAGES[int(stage)], save)


if __name__ == '__main__':
    main()
