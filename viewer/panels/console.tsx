import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../controllers/ask.ts';
import { focusOfAnswer, type Answer } from '../state/answer.ts';
import { QUERY_EXAMPLES } from '../state/query-words.ts';
import { TEXT } from '../strings.ts';
import { AnswerTable } from './answer-table.tsx';
import { useDesk } from './desk.ts';
import { QueryField } from './query-field.tsx';

type State = { readonly kind: 'idle' | 'asking' } | { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'done'; readonly answer: Answer };

/** Questions to the graph in Cypher; what the answer names is bright in the picture. */
export function Console(): JSX.Element {
  const { session } = useDesk();
  const [query, setQuery] = useState(QUERY_EXAMPLES[0]!.query);
  const [state, setState] = useState<State>({ kind: 'idle' });
  useEffect(() => () => session.answered.set(undefined), [session]);
  const run = (text: string): void => {
    setState({ kind: 'asking' });
    ask(text).then(
      (answer) => {
        setState({ kind: 'done', answer });
        session.answered.set(focusOfAnswer(session.data, answer));
      },
      (error: unknown) => setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  };
  const choose = (select: HTMLSelectElement): void => {
    const example = QUERY_EXAMPLES[Number(select.value)];
    select.value = '';
    if (example === undefined) return;
    setQuery(example.query);
    run(example.query);
  };
  return (
    <section class="console" aria-label={TEXT.console}>
      <QueryField value={query} onInput={setQuery} onRun={() => run(query)} />
      <p class="console-tools">
        <button type="button" disabled={state.kind === 'asking' || query.trim() === ''} onClick={() => run(query)}>{TEXT.runQuery}</button>
        <select aria-label={TEXT.examples} onChange={(event) => choose(event.currentTarget)}>
          <option value="">{TEXT.examples} …</option>
          {QUERY_EXAMPLES.map(({ asks }, place) => <option key={asks} value={place}>{asks}</option>)}
        </select>
        <span class="faint" role="status">{statusText(state)}</span>
      </p>
      {state.kind === 'failed' && <p class="query-error" role="alert">{state.reason}</p>}
      {state.kind === 'done' && state.answer.rows.length > 0 && <AnswerTable answer={state.answer} />}
    </section>
  );
}

function statusText(state: State): string {
  if (state.kind === 'asking') return TEXT.asking;
  return state.kind === 'done' ? TEXT.answerRows(state.answer.rows.length, state.answer.total) : '';
}
