/** The example notes that a command writes, and what it says of them. */
export const examples = {
  command: "Create example notes",
  folder: "Regularization Lab examples",
  days: "Days",
  note: "Which of my habits go with my mood",
  text: (p: { folder: string }) => `# Which of my habits go with my mood?

The folder “Days” holds a year of made-up daily notes: hours of sleep and of screen, cups of coffee, steps, the weather, and a mood from 1 to 10. Whoever made them up knows the answer: sleep, screen and sunny days have a part in the mood, **coffee and steps have none**. They only go with what has: little sleep brings coffee, a sunny day brings steps.

Move λ: which columns does L1 drop first?

\`\`\`regularization
data: notes
folder: ${p.folder}
target: mood
lambda: 1se
views: [weights, path, error]
\`\`\`

Does it keep the same columns when it sees only half of the days?

\`\`\`regularization
data: notes
folder: ${p.folder}
target: mood
lambda: 0.1
views: [stability]
\`\`\`

Does yesterday tell today’s mood? With \`lag: 1\` every column comes from the day before.

\`\`\`regularization
data: notes
folder: ${p.folder}
target: mood
lag: 1
views: [weights, error]
\`\`\`

To ask the same of your own notes, change \`folder\` to the folder of your daily notes and \`target\` to one of their properties. See also [[Lasso_Regression]], [[Cross-validation]] and [[Multicollinearity]].`,
  keys: { sleep: "sleep", coffee: "coffee", steps: "steps", screen: "screen", weather: "weather", mood: "mood" },
  weather: { sunny: "sunny", cloudy: "cloudy", rain: "rain" },
  writing: (p: { done: number; all: number }) => `Writing example notes: ${p.done} of ${p.all}`,
  written: (p: { count: number; folder: string }) => `${p.count} example notes are in ${p.folder}.`,
  stopped: (p: { count: number; folder: string; reason: string }) => `Only ${p.count} example notes could be written to ${p.folder}: ${p.reason}`,
  undo: "Undo",
  undone: (p: { count: number; kept: number }) => (p.kept === 0 ? `${p.count} example notes are deleted.` : `${p.count} example notes are deleted, ${p.kept} stay because they were changed.`),
};
