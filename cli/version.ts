// The version that `avtal --version` and run manifests give; the same as in package.json, which a test holds.

export const version = "0.1.0";
