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
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["bench/**", "cli/**", "**/*.mjs", "**/*.js"], rules: { "no-console": "off" } },
);
