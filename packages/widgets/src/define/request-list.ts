import { RequestList } from '../request-list/request-list.ts';

RequestList.define();
