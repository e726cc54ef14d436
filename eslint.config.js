// Correctness rules only; layout belongs to prettier.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "**/.cache/**", "**/golden/**", "**/*.generated.*"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: "Take a seed." }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ObjectExpression > Property[kind='get']",
          message: "A getter of one object keeps all that it can reach alive: see runtime/later.ts.",
        },
      ],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["**/*.test.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["bench/**", "cli/**", "**/*.mjs", "**/*.js"], rules: { "no-console": "off" } },
);
