/** What our style asks of our own articles. `npm test` leaves it out: a shorter article is no mistake. */
export default { test: { include: ["tests/editorial.ts"] } };
