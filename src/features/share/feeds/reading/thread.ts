/** The thread that reads a feed: a document made for the purpose keeps a parser busy for seconds, and this one may be ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { decodeFeed } from './decode.ts';
import { readDocument } from './read-document.ts';
import type { Order } from './read-feed.ts';

const { bytes, contentType, address, cut } = workerData as Order;
parentPort?.postMessage(readDocument(decodeFeed(bytes, contentType), address, cut));
