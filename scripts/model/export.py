"""Writes the trained network as the package ships it.

usage: python export.py TRAINED.pt OUT_FOLDER      (needs torch, onnx, onnxruntime)

Writes parser.int8.onnx, quantised to 8 bits (dynamic, per channel), labels.json, and relation-head.json, what
src/2-parse/relation-head.ts computes with the output `relation` of the network.
"""
import json
import math
import os
import sys
import tempfile

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F

import fuse_attention
from network import HEADS, HIDDEN, QUERY, TAGS, WIDTH, network_for
from relations.features import CASES, FORMS, NODE_TYPES, TYPES

INPUTS = ('ids', 'shape', 'first', 'last')
OUTPUTS = ('upos', 'xpos', 'feats', 'lemma', 'ner', 'arc', 'rel', 'relation')


class Exported(nn.Module):
    """The network for one sentence a call: no mask, attention written out as fuse_attention.py wants to find it, labels instead of scores."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        labels, width, _ = net.R.shape
        # All labels' matrices side by side: one product instead of one a label.
        self.labels = nn.Linear(width, labels * width, bias=False)
        self.labels.weight.data = net.R.data.permute(0, 2, 1).reshape(labels * width, width).contiguous()

    def layer(self, layer, x):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        # The sum with nothing stands where the mask would: the fusion looks for it.
        scores = split(layer.q(x)) @ split(layer.k(x)).transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + torch.zeros(1)
        attended = torch.softmax(scores, -1) @ split(layer.v(x))
        x = layer.n1(layer.o(attended.transpose(1, 2).reshape(batch, length, WIDTH)) + x)
        return layer.n2(layer.f(F.gelu(layer.i(x))) + x)

    def forward(self, ids, shapes, first, last):
        net = self.net
        x = net.norm(net.embeddings['word'](ids) + net.embeddings['shape'](shapes) + net.embeddings['place'](torch.arange(ids.size(1)).unsqueeze(0)))
        for layer in net.layers:
            x = self.layer(layer, x)
        piece = lambda index: torch.gather(x, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH))
        words = torch.cat([piece(first), piece(last)], -1)
        tags = F.gelu(net.tag(words))
        heads = torch.cat([net.root(x[:, 0]).unsqueeze(1), words], 1)
        head = F.gelu(net.ah(heads))
        arc = net.U(F.gelu(net.ad(words))) @ head.transpose(1, 2) + net.ub(head).transpose(1, 2)
        one = lambda y: F.pad(F.gelu(y), (0, 1), value=1.)
        dependent, governor = one(net.ld(words)), one(net.lh(heads))
        batch, count, width = dependent.shape
        rel = (self.labels(dependent).view(batch, count * self.net.R.shape[0], width) @ governor.transpose(1, 2)).view(batch, count, self.net.R.shape[0], count + 1).argmax(2)
        best = [getattr(net, name)(tags).argmax(-1).to(torch.int32) for name in TAGS]
        return (*best, net.ner(F.gelu(net.nerh(words))), arc, rel.to(torch.int32), net.relation(words))


def exported(net, path):
    """Writes the quantised graph with fused attention."""
    row = lambda *values: torch.tensor([values])
    sample = (row(101, 2002, 2187, 1012, 102), row(0, 7, 4, 2, 0), row(1, 2, 3), row(1, 2, 3))
    axes = {name: {0: 'B', 1: 'L' if name in INPUTS[:2] else 'N'} for name in INPUTS + OUTPUTS}
    axes['arc'][2] = axes['rel'][2] = 'M'
    with tempfile.TemporaryDirectory() as scratch:
        plain, small = os.path.join(scratch, 'plain.onnx'), os.path.join(scratch, 'small.onnx')
        torch.onnx.export(Exported(net).eval(), sample, plain, input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul', 'Gemm', 'Gather'],
                         extra_options={'MatMulConstBOnly': True, 'DefaultTensorType': 1})
        fuse_attention.main(small, path)


def head_file(state, relations):
    rows = lambda table: [[round(float(value), 4) for value in row] for row in table]
    tables = {name.split('.')[2]: rows(table) for name, table in state.items() if name.startswith('pairs.features.')}
    # The empty step adds nothing.
    tables['step'].pop()
    return {'types': TYPES, 'nodeTypes': NODE_TYPES, 'forms': FORMS, 'relations': relations, 'cases': CASES, 'query': QUERY, 'hidden': HIDDEN,
            'features': tables, 'weight': rows(state['pairs.out.weight']), 'bias': rows([state['pairs.out.bias']])[0]}


def main(trained, folder):
    saved = torch.load(trained, map_location='cpu')
    state, labels = saved['state'], saved['labels']
    net = network_for(labels, saved['relations'])
    net.load_state_dict(state)
    os.makedirs(folder, exist_ok=True)
    exported(net.eval(), os.path.join(folder, 'parser.int8.onnx'))
    for name, content in (('labels', labels), ('relation-head', head_file(state, saved['relations']))):
        with open(os.path.join(folder, f'{name}.json'), 'w') as file:
            json.dump(content, file, separators=(',', ':'))


if __name__ == '__main__':
    main(*sys.argv[1:])
