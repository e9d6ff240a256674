import { TexterQueue } from '../texter-queue/texter-queue.ts';

TexterQueue.define();
