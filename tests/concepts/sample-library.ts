/** Three concepts in the library's form, small enough to know by heart. */
export const lassoNote = `---
id: lasso
aliases:
  - Lasso regression
  - "LASSO: the method"
tags: [ml, regression]
---

# Lasso

Linear regression with an **L1 penalty** $\\lambda\\sum|w_i|$, see [[ridge|Ridge]].

$$
\\text{MSE} + \\lambda \\sum_i |w_i|
$$

## Key points

- Some weights are *exactly* zero,
  so features drop out.
- Soft threshold: \`λ/2\`.

## Not to be confused with

- [[ridge|Ridge]] shrinks without zeros.

## Related

[[ridge|Ridge regression]] · [[normalization]] · [[unwritten]]

## Source

Tibshirani (1996).
`;

export const sampleNotes: Readonly<Record<string, string>> = {
  "en/lasso": lassoNote,
  "ko/lasso": `---
id: lasso
aliases: [라소 회귀, 라쏘]
tags:
  - ml
---
# 라소 회귀

L1 벌칙을 둔 선형 회귀입니다.

## 핵심

- 일부 가중치가 정확히 0이 됩니다.
`,
  "en/ridge": `---
id: ridge
aliases: []
---
# Ridge regression

Linear regression with an L2 penalty.

## Key points

- All weights shrink.
`,
  "en/normalization": `---
id: normalization
aliases: [정규화]
---
# Normalization

Bringing features to one scale.

## Key points

- Done before fitting.
`,
  "en/regularization": `---
id: regularization
aliases: ["정규화"]
---
# Regularization

A price on complexity.

## Key points

- Less variance, more bias.
`,
};
