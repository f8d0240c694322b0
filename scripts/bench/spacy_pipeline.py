"""spaCy's pipeline over texts, for beside-spacy.ts: python spacy_pipeline.py MODEL TEXTS.jsonl PROCESSES"""
import json
import sys
import time

import spacy

if __name__ == '__main__':
    model, path, processes = sys.argv[1:]
    nlp = spacy.load(model)
    texts = [json.loads(line)['text'] for line in open(path)]
    started, words = time.time(), 0
    for document in nlp.pipe(texts, n_process=int(processes)):
        words += len(document)
    print(f'without loading {time.time() - started:.1f} s; {words} tokens; {", ".join(nlp.pipe_names)}')
