"""The language model as it is trained: one encoder, the parser's heads, and the relation head over pairs of mentions."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from relations.features import CASES, FORMS, NODE_TYPES, TYPES

LAYERS, WIDTH, INNER, HEADS = 6, 384, 1536, 12
QUERY, HIDDEN = 96, 128
TAGS = ('upos', 'xpos', 'feats', 'lem')


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019)."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.i, self.f = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(.1)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, -1).transpose(1, 2)
        attended = F.scaled_dot_product_attention(split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask[:, None, None, :])
        x = self.n1(x + self.drop(self.o(attended.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.n2(x + self.drop(self.f(F.gelu(self.i(x)))))


class Network(nn.Module):
    """
    Pieces in; out, for each word, tags, span tags, arcs and their labels (Dozat and Manning 2017), and the six vectors
    from which the relation head reads pairs. `sizes` counts the labels of each output.
    """

    def __init__(self, sizes, tag=256, arc=256, label=96):
        super().__init__()
        words = 2 * WIDTH
        self.embeddings = nn.ModuleDict({'word': nn.Embedding(30522, WIDTH), 'place': nn.Embedding(512, WIDTH), 'shape': nn.Embedding(10, WIDTH)})
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tag, self.nerh = nn.Linear(words, tag), nn.Linear(words, tag)
        self.upos, self.xpos, self.feats, self.lem, self.ner = (nn.Linear(tag, sizes[name]) for name in (*TAGS, 'ner'))
        self.root = nn.Linear(WIDTH, words)
        self.ad, self.ah = nn.Linear(words, arc), nn.Linear(words, arc)
        self.ld, self.lh = nn.Linear(words, label), nn.Linear(words, label)
        self.U, self.ub = nn.Linear(arc, arc), nn.Linear(arc, 1)
        self.R = nn.Parameter(torch.randn(sizes['rel'], label + 1, label + 1) * .02)
        self.relation = nn.Linear(words, 3 * (QUERY + HIDDEN))
        self.pairs = PairHead(sizes['bare'])
        self.drop = nn.Dropout(.2)
        self.drop_pairs = nn.Dropout(.3)

    def set_dropout(self, layers, words):
        for layer in self.layers:
            layer.drop.p = layers
        self.drop.p = words

    def encode(self, ids, shapes, mask):
        x = self.embeddings['word'](ids) + self.embeddings['shape'](shapes) + self.embeddings['place'].weight[:ids.shape[1]]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids, shapes, mask, first, last):
        x = self.encode(ids, shapes, mask)
        piece = lambda index: torch.gather(x, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH))
        plain = torch.cat([piece(first), piece(last)], -1)
        words = self.drop(plain)
        tags, spans = self.drop(F.gelu(self.tag(words))), self.drop(F.gelu(self.nerh(words)))
        heads = torch.cat([self.root(x[:, 0]).unsqueeze(1), words], 1)
        dependent, head = self.drop(F.gelu(self.ad(words))), self.drop(F.gelu(self.ah(heads)))
        out = {name: getattr(self, name)(tags) for name in TAGS}
        out['ner'] = self.ner(spans)
        out['arc'] = self.U(dependent) @ head.transpose(1, 2) + self.ub(head).transpose(1, 2)
        out['labels'] = self.drop(F.gelu(self.ld(words))), self.drop(F.gelu(self.lh(heads)))
        out['relation'] = self.relation(self.drop_pairs(plain))
        return out

    def labels_at(self, labels, heads):
        """Scores of the dependency relations to the given heads."""
        dependent, head = labels
        head = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.size(-1)))
        one = lambda x: F.pad(x, (0, 1), value=1.)
        return torch.einsum('bni,rij,bnj->bnr', one(dependent), self.R.to(dependent.dtype), one(head))


def network_for(labels, relations):
    """An untrained network for these lists of labels and dependency relations."""
    sizes = {name: len(labels['lr' if name == 'lem' else name]) for name in (*TAGS, 'ner', 'rel')}
    return Network({**sizes, 'bare': len(relations)})


class PairHead(nn.Module):
    """Which relations a sentence states between two mentions, as src/2-parse/relation-head.ts computes it."""

    def __init__(self, relations):
        super().__init__()
        rows = {'sourceType': len(NODE_TYPES) + 1, 'targetType': len(NODE_TYPES) + 1, 'sourceForm': len(FORMS), 'targetForm': len(FORMS),
                'distance': 11, 'sourceCase': len(CASES) + 2, 'targetCase': len(CASES) + 2, 'length': 8, 'step': 4 * relations + 1}
        self.features = nn.ModuleDict({name: nn.Embedding(count, QUERY + HIDDEN, padding_idx=count - 1 if name == 'step' else None) for name, count in rows.items()})
        for table in self.features.values():
            nn.init.normal_(table.weight, std=.05)
        self.out = nn.Linear(HIDDEN, len(TYPES))
        nn.init.constant_(self.out.bias, -4.)
        self.drop = nn.Dropout(.3)

    def forward(self, words, mask, batch):
        ask_source, ask_target, asked, source, target, answer = words.split([QUERY] * 3 + [HIDDEN] * 3, -1)
        at, a, b = batch['sentence'], batch['source'], batch['target']
        added = sum(table(batch[name]).sum(1) if name == 'step' else table(batch[name]) for name, table in self.features.items())
        query = torch.tanh(ask_source[at, a] + ask_target[at, b] + added[:, :QUERY])
        scores = (asked[at] * query.unsqueeze(1)).sum(-1) * (2 / math.sqrt(QUERY))
        attention = scores.masked_fill(~mask[at], -1e9).softmax(-1)
        read = source[at, a] + target[at, b] + added[:, QUERY:] + (attention.unsqueeze(-1) * answer[at]).sum(1)
        return self.out(self.drop(F.gelu(read))), attention


# Names of the first training of the parser (Hugging Face's for the encoder).
_LAYER = {'q': 'attention.self.query', 'k': 'attention.self.key', 'v': 'attention.self.value', 'o': 'attention.output.dense',
          'n1': 'attention.output.LayerNorm', 'i': 'intermediate.dense', 'f': 'output.dense', 'n2': 'output.LayerNorm'}


def parser_state(saved):
    """The weights of the first training under the names used here; the type embedding is one constant, added to the places."""
    embeddings = 'enc.embeddings'
    state = {'embeddings.word.weight': saved[f'{embeddings}.word_embeddings.weight'], 'embeddings.shape.weight': saved['shape.weight'],
             'embeddings.place.weight': saved[f'{embeddings}.position_embeddings.weight'] + saved[f'{embeddings}.token_type_embeddings.weight'][:1],
             'norm.weight': saved[f'{embeddings}.LayerNorm.weight'], 'norm.bias': saved[f'{embeddings}.LayerNorm.bias'], 'R': saved['R']}
    for number in range(LAYERS):
        for own, theirs in _LAYER.items():
            for part in ('weight', 'bias'):
                state[f'layers.{number}.{own}.{part}'] = saved[f'enc.encoder.layer.{number}.{theirs}.{part}']
    heads = {'tag', 'nerh', *TAGS, 'ner', 'root', 'ad', 'ah', 'ld', 'lh', 'U', 'ub'}
    state.update({name: weight for name, weight in saved.items() if name.split('.')[0] in heads})
    return {name: weight.float() for name, weight in state.items()}
