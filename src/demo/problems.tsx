/** What is wrong with a block, a sentence each; names between backticks are shown as code. */
export function Problems({ title, sentences, back }: { title: string; sentences: readonly string[]; back?: { label: string; run: () => void } }) {
  return (
    <div class="reglab-problems" role="group" aria-label={title}>
      <div class="reglab-problems-title">{title}</div>
      <Sentences sentences={sentences} />
      {back && <button type="button" onClick={back.run}>{back.label}</button>}
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
