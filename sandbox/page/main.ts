import { census } from "./counted";
import { installDomExtensions } from "../host/dom/install";
import { collectErrors } from "./errors";
import { sandboxHook } from "./hook";
import { addMathStyles } from "./math-styles";
import { openNote } from "./note-mode";
import { readParameters, type Parameters } from "./parameters";
import { assemble, start, type Sandbox } from "./sandbox";
import { buildShell } from "./shell";
import "./styles/page.css";
import { word } from "./words";

const firstNotes = { en: "Start here.md", ko: "시작하기.md" };

/** The note of the address, else the one that explains the sandbox, where there is one. */
async function openFirst({ app, appearance }: Sandbox, parameters: Parameters): Promise<void> {
  const path = parameters.note ?? firstNotes[appearance.language];
  if (app.vault.getFileByPath(path) !== null) await openNote(app, path, parameters.mode);
}

async function run(): Promise<void> {
  const errors = collectErrors();
  installDomExtensions(window);
  addMathStyles();
  const parameters = readParameters(window.location.search);
  const sandbox = await assemble(parameters);
  const { app } = sandbox;
  if (census) app.workspace.onNewWindow = (win: Window) => census?.follow(win);
  buildShell(sandbox, parameters);
  const ready = start(sandbox).then(() => openFirst(sandbox, parameters));
  Object.assign(window, { app });
  Object.defineProperty(window, "sandbox", { value: sandboxHook(sandbox, ready, errors) });
  await ready;
}

run().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  document.body.append(Object.assign(document.createElement("p"), { textContent: word("noVault", { reason }) }));
  throw error;
});
