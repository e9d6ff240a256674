import { MessageReview } from '../message-review/message-review.ts';

MessageReview.define();
