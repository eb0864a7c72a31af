/** The thread of `drawAhead`. */
import { workerData } from "node:worker_threads";
import { readCard } from "./card-cache.ts";
import type { Card } from "./card.ts";

for (const card of (workerData as Card[]).toReversed()) await readCard(card);
