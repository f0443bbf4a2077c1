import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import obsidianmd from "eslint-plugin-obsidianmd";
import tseslint from "typescript-eslint";

// Obsidian's own rules hold for what ships (src and the manifests); tools and tests run outside Obsidian and have their own block.
export default defineConfig([
  { ignores: ["dist/**", ".cache/**", "test-results/**", "node_modules/**", "package-lock.json", "sandbox/vault/**", "src/math/kernels/assembly/**"] },
  {
    files: ["src/**/*.ts", "src/**/*.tsx", "package.json"],
    extends: [obsidianmd.configs.recommended],
    rules: { "obsidianmd/prefer-active-doc": "error" },
  },
  {
    files: ["manifest.json"],
    plugins: { obsidianmd },
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: [".json"] } },
    rules: { "obsidianmd/validate-manifest": "error" },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["sandbox/**/*.ts", "sandbox/**/*.tsx", "tests/**/*.ts", "tests/**/*.tsx", "bench/**/*.ts", "vitest.config.ts"],
    extends: [js.configs.recommended, ...tseslint.configs.recommended],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "no-restricted-syntax": ["error", { selector: "CallExpression[callee.property.name='waitForFunction'] > :function[async=true]", message: "Playwright takes the promise of a no for a yes: poll with expect.poll, or untilFile." }],
    },
  },
  {
    files: ["scripts/**/*.mjs", "e2e/**/*.mjs", "*.mjs", "sandbox/**/*.mjs", "bench/**/*.mjs"],
    extends: [js.configs.recommended],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
]);
