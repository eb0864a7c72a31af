/** Our style guide's checks of our own articles. `npm test` does not run them: a shorter article is not an error. */
export default { test: { include: ["tests/editorial.ts"] } };
