/** A button. */
export interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** What is wrong with a block, a sentence each; names between backticks are shown as code. */
export function Problems({ title, sentences, action }: { title: string; sentences: readonly string[]; action?: Action | undefined }) {
  return (
    <div class="reglab-problems" role="group" aria-label={title}>
      <div class="reglab-problems-title">{title}</div>
      <Sentences sentences={sentences} />
      {action && <button type="button" onClick={action.run}>{action.label}</button>}
    </div>
  );
}

/** How far data have been read that take time; without a percentage they are not being read. */
export interface ReadingShare {
  readonly sentence: string;
  readonly percent?: number;
  readonly action: Action;
}

export function Reading({ sentence, percent, action }: ReadingShare) {
  return (
    <div class="reglab-waiting reglab-reading">
      <span>{withCode(sentence)}</span>
      {percent !== undefined && <progress max={100} value={percent} aria-label={sentence} />}
      <button type="button" onClick={action.run}>{action.label}</button>
    </div>
  );
}

/** Remarks on a block that can be drawn all the same. */
export function Remarks({ sentences }: { sentences: readonly string[] }) {
  return sentences.length === 0 ? null : <div class="reglab-remarks"><Sentences sentences={sentences} /></div>;
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return <ul>{sentences.map((sentence, index) => <li key={index}>{withCode(sentence)}</li>)}</ul>;
}

function withCode(sentence: string) {
  return sentence.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
