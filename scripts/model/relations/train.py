"""Trains the relation branch of the language model.

usage: python train.py SENTENCES.jsonl PARSER.onnx PARSER.pt OUT.pt [--epochs 8]      (needs torch, onnx, onnxruntime)

SENTENCES comes from sentences.ts. The first four layers stay the parser's: their output is computed once, by the quantised network
that ships. The last two are copied from the parser's weights and go on learning; a word is its first and last piece, as in the parser.
"""
import argparse
import json
import math
import random

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn
from torch.nn import functional as F

from features import CASES, FORMS, NODE_TYPES, SYMMETRIC, TYPES, bare, pair_rows

SHARED, LAYERS, WIDTH, HEADS = 4, 6, 384, 12
QUERY, HIDDEN, DROP, BATCH = 96, 128, .3, 24
RATE, ENCODER_RATE, WARM_UP, TRIGGER_WEIGHT = 6e-4, 1.5e-4, 100, .1
SHARED_OUTPUT = f'/LayerNorm_{2 * SHARED}/LayerNormalization_output_0'


def shared_states(sentences, parser):
    """The output of the last shared layer for each sentence's pieces."""
    model = onnx.load(parser)
    model.graph.output.append(onnx.helper.make_tensor_value_info(SHARED_OUTPUT, onnx.TensorProto.FLOAT, ['B', 'L', WIDTH]))
    session = onnxruntime.InferenceSession(model.SerializeToString(), disabled_optimizers=['SkipLayerNormFusion'])
    for sentence in sentences:
        row = lambda name: np.array([sentence[name]], dtype=np.int64)
        inputs = {'ids': row('ids'), 'shape': row('shapes'), 'first': row('first'), 'last': row('last')}
        yield session.run([SHARED_OUTPUT], inputs)[0][0].astype(np.float16)


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019) that begins with given weights."""

    def __init__(self, weights, prefix):
        super().__init__()
        linear = lambda name: self.copy(nn.Linear(*reversed(weights[f'{prefix}{name}.weight'].shape)), weights, prefix + name)
        norm = lambda name: self.copy(nn.LayerNorm(WIDTH, eps=1e-12), weights, prefix + name)
        self.q, self.k, self.v = (linear(f'attention.self.{name}') for name in ('query', 'key', 'value'))
        self.o, self.i, self.f = (linear(name) for name in ('attention.output.dense', 'intermediate.dense', 'output.dense'))
        self.n1, self.n2 = norm('attention.output.LayerNorm'), norm('output.LayerNorm')
        self.drop = nn.Dropout(.1)

    @staticmethod
    def copy(module, weights, name):
        module.weight.data = weights[f'{name}.weight'].float().clone()
        module.bias.data = weights[f'{name}.bias'].float().clone()
        return module

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, -1).transpose(1, 2)
        attended = F.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask[:, None, None, :])
        x = self.n1(x + self.drop(self.o(attended.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.n2(x + self.drop(self.f(F.gelu(self.i(x)))))


class Branch(nn.Module):
    """Words in, six vectors each out; and the pair head over them, as src/2-parse/relation-head.ts computes it."""

    def __init__(self, weights, relations):
        super().__init__()
        self.enc = nn.ModuleList([Layer(weights, f'enc.encoder.layer.{number}.') for number in range(SHARED, LAYERS)])
        self.proj = nn.Linear(2 * WIDTH, 3 * (QUERY + HIDDEN))
        rows = {'sourceType': len(NODE_TYPES) + 1, 'targetType': len(NODE_TYPES) + 1, 'sourceForm': len(FORMS), 'targetForm': len(FORMS),
                'distance': 11, 'sourceCase': len(CASES) + 2, 'targetCase': len(CASES) + 2, 'length': 8, 'step': 4 * relations + 1}
        self.features = nn.ModuleDict({name: nn.Embedding(count, QUERY + HIDDEN, padding_idx=count - 1 if name == 'step' else None) for name, count in rows.items()})
        for table in self.features.values():
            nn.init.normal_(table.weight, std=.05)
        self.out = nn.Linear(HIDDEN, len(TYPES))
        nn.init.constant_(self.out.bias, -4.)
        self.drop = nn.Dropout(DROP)

    def words(self, states, mask, first, last):
        for layer in self.enc:
            states = layer(states, mask)
        piece = lambda index: torch.gather(states, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH))
        return self.proj(self.drop(torch.cat([piece(first), piece(last)], -1)))

    def pairs(self, words, mask, batch):
        ask_source, ask_target, asked, source, target, answer = words.split([QUERY] * 3 + [HIDDEN] * 3, -1)
        at, a, b = batch['sentence'], batch['source'], batch['target']
        added = sum(table(batch[name]).sum(1) if name == 'step' else table(batch[name]) for name, table in self.features.items())
        query = torch.tanh(ask_source[at, a] + ask_target[at, b] + added[:, :QUERY])
        scores = (asked[at] * query.unsqueeze(1)).sum(-1) * (2 / math.sqrt(QUERY))
        attention = scores.masked_fill(~mask[at], -1e9).softmax(-1)
        read = source[at, a] + target[at, b] + added[:, QUERY:] + (attention.unsqueeze(-1) * answer[at]).sum(1)
        return self.out(self.drop(F.gelu(read))), attention


def example(sentence, states, relations):
    """The pairs of a sentence, what is right of them, and what is left open: a pair whose entities another pair joins so."""
    mentions = sentence['mentions']
    right, joined, triggers = {}, {}, {}
    for a, kind, b, trigger in sentence['edges']:
        for source, target in ((a, b), (b, a)) if kind in SYMMETRIC else ((a, b),):
            right.setdefault((source, target), set()).add(kind)
            joined.setdefault((str(mentions[source]['entities']), str(mentions[target]['entities'])), set()).add(kind)
            if trigger >= 0:
                triggers[source, target] = trigger
    rows = list(pair_rows(sentence, relations))
    truth = np.array([[kind in right.get((a, b), ()) for kind in TYPES] for a, b, _ in rows], dtype=np.float32).reshape(-1, len(TYPES))
    open_ = np.array([[kind in joined.get((str(mentions[a]['entities']), str(mentions[b]['entities'])), ()) for kind in TYPES] for a, b, _ in rows], dtype=bool).reshape(-1, len(TYPES))
    return {
        'states': states, 'first': sentence['first'], 'last': sentence['last'], 'rows': rows, 'truth': truth, 'counts': np.where(open_ & (truth == 0), 0., 1.).astype(np.float32),
        'tokens': [mention['token'] for mention in mentions], 'triggers': [triggers.get((a, b), -1) for a, b, _ in rows],
    }


def collate(examples):
    length, words = max(len(one['states']) for one in examples), max(len(one['first']) for one in examples)
    states = np.zeros((len(examples), length, WIDTH), np.float32)
    first, last = np.zeros((2, len(examples), words), np.int64)
    piece_mask, word_mask = np.zeros((len(examples), length), bool), np.zeros((len(examples), words), bool)
    for row, one in enumerate(examples):
        count = len(one['first'])
        states[row, :len(one['states'])], piece_mask[row, :len(one['states'])] = one['states'], True
        first[row, :count], last[row, :count], word_mask[row, :count] = one['first'], one['last'], True
    pairs = [(number, one, pair) for number, one in enumerate(examples) for pair in one['rows']]
    batch = {name: torch.tensor([pair[2][name] for _, _, pair in pairs]) for name in pairs[0][2][2]}
    batch['sentence'] = torch.tensor([number for number, _, _ in pairs])
    batch['source'] = torch.tensor([one['tokens'][a] for _, one, (a, _, _) in pairs])
    batch['target'] = torch.tensor([one['tokens'][b] for _, one, (_, b, _) in pairs])
    for name in ('truth', 'counts', 'triggers'):
        batch[name] = torch.from_numpy(np.concatenate([np.asarray(one[name]) for one in examples]))
    return (*map(torch.from_numpy, (states, piece_mask, first, last)),), torch.from_numpy(word_mask), batch


def batches(examples):
    """Sentences of like length together, in random order."""
    examples = sorted(examples, key=lambda one: len(one['states']) + 6 * random.random())
    groups = [examples[at:at + BATCH] for at in range(0, len(examples), BATCH)]
    random.shuffle(groups)
    return groups


def train(net, examples, epochs):
    own = [weight for name, weight in net.named_parameters() if not name.startswith('enc.')]
    groups = [{'params': list(net.enc.parameters()), 'base': ENCODER_RATE}, {'params': own, 'base': RATE}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=.02)
    total, step = epochs * math.ceil(len(examples) / BATCH), 0
    net.train()
    for epoch in range(epochs):
        losses = []
        for group in batches(examples):
            for parameters in optimiser.param_groups:
                parameters['lr'] = parameters['base'] * min(1, (step + 1) / WARM_UP) * (1 - step / total)
            inputs, mask, batch = collate(group)
            with torch.autocast('cpu', dtype=torch.bfloat16):
                words = net.words(*inputs)
            scores, attention = net.pairs(words.float(), mask, batch)
            loss = (F.binary_cross_entropy_with_logits(scores, batch['truth'], reduction='none') * batch['counts']).sum() / max(1., batch['truth'].sum().item())
            known = batch['triggers'] >= 0
            if known.any():
                loss = loss - TRIGGER_WEIGHT * (attention[known, batch['triggers'][known]] + 1e-6).log().mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.)
            optimiser.step()
            losses.append(loss.item())
            step += 1
        print(f'epoch {epoch + 1}: loss {np.mean(losses):.3f}', flush=True)


def main():
    arguments = argparse.ArgumentParser()
    for name in ('sentences', 'parser', 'weights', 'out'):
        arguments.add_argument(name)
    arguments.add_argument('--epochs', type=int, default=8)
    given = arguments.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    sentences = [json.loads(line) for line in open(given.sentences)]
    relations = sorted({bare(relation) for sentence in sentences for relation in sentence['relations']})
    states = shared_states(sentences, given.parser)
    examples = [one for one in (example(sentence, state, relations) for sentence, state in zip(sentences, states)) if one['rows']]
    net = Branch(torch.load(given.weights, map_location='cpu')['sd'], len(relations))
    train(net, examples, given.epochs)
    torch.save({'state': net.state_dict(), 'relations': relations}, given.out)


if __name__ == '__main__':
    main()
