"""Joins the attention of each layer of the exported parser into one operator, and drops the mask.

usage: python fuse_attention.py EXPORTED.onnx FUSED.onnx        (needs the PyPI package onnx)

Sentences are run one a call, so nothing is padded and the mask is all ones. The operator is `MultiHeadAttention` of
com.microsoft, which both runtimes have; weights and their quantisation stay as they are.
"""
import sys

import onnx
from onnx import helper

HEADS = 12


def users(graph, output):
    return [node for node in graph.node if output in node.input]


def fuse(graph):
    made_by = {output: node for node in graph.node for output in node.output}

    def above(name, *operators):
        """The node from which `name` comes through the first inputs of nodes of these operators."""
        for operator in operators:
            node = made_by[name]
            assert node.op_type == operator, (node.op_type, operator)
            name = node.input[0]
        return node

    for softmax in [node for node in graph.node if node.op_type == 'Softmax']:
        scores = above(softmax.input[0], 'Add', 'Div', 'MatMul')
        query, key = (above(name, 'Transpose', 'Reshape') for name in scores.input)
        (weighted,) = users(graph, softmax.output[0])
        value = above(weighted.input[1], 'Transpose', 'Reshape')
        (transposed,) = users(graph, weighted.output[0])
        (joined,) = users(graph, transposed.output[0])
        attention = helper.make_node(
            'MultiHeadAttention', [query.input[0], key.input[0], value.input[0]], [joined.output[0]],
            name=f'{softmax.name}/attention', domain='com.microsoft', num_heads=HEADS)
        place = list(graph.node).index(joined)
        graph.node.remove(joined)
        graph.node.insert(place, attention)


def prune(graph):
    """Removes what no output needs any more."""
    results = {output.name for output in graph.output}
    while True:
        used = results | {name for node in graph.node for name in node.input}
        dead = [node for node in graph.node if not used.intersection(node.output)]
        if not dead:
            break
        for node in dead:
            graph.node.remove(node)
    for kept in (graph.initializer, graph.input):
        for item in [item for item in kept if item.name not in used]:
            kept.remove(item)


def main(source, target):
    model = onnx.load(source)
    fuse(model.graph)
    prune(model.graph)
    model.opset_import.append(helper.make_opsetid('com.microsoft', 1))
    onnx.save(model, target)


if __name__ == '__main__':
    main(*sys.argv[1:])
