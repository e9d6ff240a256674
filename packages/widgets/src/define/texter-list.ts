import { TexterList } from '../texter-list/texter-list.ts';

TexterList.define();
