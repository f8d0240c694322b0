"""Puts the trained relation branch into the parser's network.

usage: python export.py TRAINED.pt PARSER.onnx OUT_FOLDER      (needs torch, onnx, onnxruntime)

Writes parser.int8.onnx, the network with one more output, `relation` (six vectors a word), and relation-head.json, what
src/2-parse/relation-head.ts computes with it. The branch is quantised as the parser is; the parser's own weights stay untouched.
"""
import json
import math
import os
import sys
import tempfile

import onnx
import torch
from onnx import helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F

sys.path.append(os.path.join(os.path.dirname(__file__), '..'))
import fuse_attention
from features import CASES, FORMS, NODE_TYPES, TYPES
from train import HEADS, HIDDEN, LAYERS, QUERY, SHARED, SHARED_OUTPUT, WIDTH

OUTPUT = 3 * (QUERY + HIDDEN)


class Layer(nn.Module):
    """The layer of train.py written out, as fuse_attention.py wants to find it."""

    def __init__(self, state, prefix):
        super().__init__()
        for name in ('q', 'k', 'v', 'o', 'i', 'f', 'n1', 'n2'):
            weight = state[f'{prefix}{name}.weight']
            module = nn.LayerNorm(WIDTH, eps=1e-12) if weight.dim() == 1 else nn.Linear(weight.shape[1], weight.shape[0])
            module.weight.data, module.bias.data = weight, state[f'{prefix}{name}.bias']
            setattr(self, name, module)

    def forward(self, x):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        # The sum with nothing stands where the mask would: the fusion looks for it.
        scores = split(self.q(x)) @ split(self.k(x)).transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + torch.zeros(1)
        attended = torch.softmax(scores, -1) @ split(self.v(x))
        x = self.n1(self.o(attended.transpose(1, 2).reshape(batch, length, WIDTH)) + x)
        return self.n2(self.f(F.gelu(self.i(x))) + x)


class Branch(nn.Module):
    def __init__(self, state):
        super().__init__()
        self.layers = nn.ModuleList([Layer(state, f'enc.{number}.') for number in range(LAYERS - SHARED)])
        self.proj = nn.Linear(2 * WIDTH, OUTPUT)
        self.proj.weight.data, self.proj.bias.data = state['proj.weight'], state['proj.bias']

    def forward(self, states, first, last):
        for layer in self.layers:
            states = layer(states)
        piece = lambda index: torch.gather(states, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH))
        return self.proj(torch.cat([piece(first), piece(last)], -1))


def exported(state, folder):
    """The branch as a quantised graph with fused attention."""
    plain, small = os.path.join(folder, 'branch.onnx'), os.path.join(folder, 'branch.int8.onnx')
    sample = (torch.randn(1, 9, WIDTH), torch.tensor([[1, 2, 4]]), torch.tensor([[1, 3, 5]]))
    axes = {'states': {0: 'B', 1: 'L'}, 'first': {0: 'B', 1: 'N'}, 'last': {0: 'B', 1: 'N'}, 'relation': {0: 'B', 1: 'N'}}
    torch.onnx.export(Branch(state).eval(), sample, plain, input_names=['states', 'first', 'last'], output_names=['relation'],
                      dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul', 'Gemm'],
                     extra_options={'MatMulConstBOnly': True, 'DefaultTensorType': 1})
    model = onnx.load(small)
    fuse_attention.fuse(model.graph)
    fuse_attention.prune(model.graph)
    return model.graph


def joined(parser, branch):
    """The parser's graph with the branch at the output of its last shared layer."""
    shared = {'': '', 'first': 'first', 'last': 'last', 'states': SHARED_OUTPUT, 'relation': 'relation'}
    named = lambda name: shared.get(name, f'relation/{name}')
    for weight in branch.initializer:
        parser.graph.initializer.add().CopyFrom(weight)
        parser.graph.initializer[-1].name = named(weight.name)
    for node in branch.node:
        copy = parser.graph.node.add()
        copy.CopyFrom(node)
        copy.name = f'relation/{node.name}'
        copy.input[:] = [named(name) for name in node.input]
        copy.output[:] = [named(name) for name in node.output]
    parser.graph.output.append(helper.make_tensor_value_info('relation', onnx.TensorProto.FLOAT, ['B', 'N', OUTPUT]))
    return parser


def main(trained, parser, folder):
    saved = torch.load(trained, map_location='cpu')
    state = saved['state']
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        onnx.save(joined(onnx.load(parser), exported(state, scratch)), os.path.join(folder, 'parser.int8.onnx'))
    rows = lambda table: [[round(float(value), 4) for value in row] for row in table]
    tables = {name.split('.')[1]: rows(table) for name, table in state.items() if name.startswith('features.')}
    tables['step'].pop()
    head = {'types': TYPES, 'nodeTypes': NODE_TYPES, 'forms': FORMS, 'relations': saved['relations'], 'cases': CASES, 'query': QUERY, 'hidden': HIDDEN,
            'features': tables, 'weight': rows(state['out.weight']), 'bias': rows([state['out.bias']])[0]}
    with open(os.path.join(folder, 'relation-head.json'), 'w') as file:
        json.dump(head, file, separators=(',', ':'))


if __name__ == '__main__':
    main(*sys.argv[1:])
